import { useHighwater } from '../../store/HighwaterContext';
import type { SimplificationId } from '../../sim/simplifications';
import './simplification.css';

/** The id of what is simpler here than in Kafka; what it stands for is its title. */
export function SimplificationMark({ id }: { readonly id: SimplificationId | undefined }) {
  const sentence = useHighwater(({ engine }) => id && engine?.simplifications[id]);
  if (!sentence) return null;
  return (
    <abbr className="simplificationMark" title={`Simplified here: ${sentence}`}>
      {id}
    </abbr>
  );
}
