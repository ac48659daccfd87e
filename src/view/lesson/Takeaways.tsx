import type { Moment } from '../../lessons/moment';
import { TAKEAWAYS } from '../../lessons/takeaways';
import type { Words } from '../../lessons/words/words';

interface TakeawaysProps {
  readonly words: Words;
  readonly onShow: (moment: Moment) => void;
}

/** What is to be remembered; each leads to the moment that proves it. */
export function Takeaways({ words, onShow }: TakeawaysProps) {
  return (
    <section className="lessonSection">
      <h3>{words.ui.takeaways}</h3>
      <ol className="lessonList">
        {TAKEAWAYS.map(({ id, proof }) => (
          <li key={id}>
            <button type="button" className="lessonItem" onClick={() => onShow(proof)}>
              <b>{words.takeaways[id]?.says}</b>
              <span>{words.takeaways[id]?.proof}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
