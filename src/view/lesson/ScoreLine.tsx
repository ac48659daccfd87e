import { countsOf } from '../../lessons/score';
import { useHighwater } from '../../store/HighwaterContext';

/** How the predictions went so far. */
export function ScoreLine() {
  const score = useHighwater((state) => state.score);
  const forget = useHighwater((state) => state.forgetScore);
  const { right, wrong, watched } = countsOf(score);
  if (right + wrong + watched === 0) return null;
  return (
    <p className="lessonScore">
      Your first predictions: {right} right, {wrong} not, {watched} only watched. This is kept in
      your browser alone.
      <button type="button" className="quietButton" onClick={forget}>
        Forget it
      </button>
    </p>
  );
}
