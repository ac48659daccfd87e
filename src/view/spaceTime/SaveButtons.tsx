import { Download } from 'lucide-react';
import { useHighwaterStore } from '../../store/HighwaterContext';
import type { Diagram } from '../take/saveDiagram';
import { useTaking } from '../take/useTaking';
import { ToolButton } from './ToolButton';

interface SaveButtonsProps {
  /** What is drawn, as a picture by itself; null when there is nothing. */
  readonly pictureOf: () => Diagram | null;
}

/** Saves what is drawn, as files that open the run again. */
export function SaveButtons({ pictureOf }: SaveButtonsProps) {
  const store = useHighwaterStore();
  const { says, take } = useTaking();
  const save = (type: 'svg' | 'png') => {
    take(async () => {
      const picture = pictureOf();
      if (!picture) throw new Error('Nothing is drawn yet.');
      const { saveDiagram } = await import('../take/saveDiagram');
      return saveDiagram(type, picture, store.getState());
    });
  };
  return (
    <>
      <ToolButton name="Save as SVG" onPress={() => save('svg')}>
        <Download size={15} aria-hidden /> SVG
      </ToolButton>
      <ToolButton name="Save as PNG" onPress={() => save('png')}>
        PNG
      </ToolButton>
      {says !== '' && <span className="spaceTimeSaved">{says}</span>}
    </>
  );
}
