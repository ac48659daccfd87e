import { countsOf } from '../../lessons/score';
import { filledIn, type Words } from '../../lessons/words/words';
import { useHighwater } from '../../store/HighwaterContext';

/** How the predictions went so far. */
export function ScoreLine({ ui }: Pick<Words, 'ui'>) {
  const score = useHighwater((state) => state.score);
  const forget = useHighwater((state) => state.forgetScore);
  const { right, wrong, watched } = countsOf(score);
  if (right + wrong + watched === 0) return null;
  return (
    <p className="lessonScore">
      {filledIn(ui.score, { right, wrong, watched })}
      <button type="button" className="quietButton" onClick={forget}>
        {ui.forget}
      </button>
    </p>
  );
}
