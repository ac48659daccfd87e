import { useHighwater } from '../../store/HighwaterContext';
import { PROMISES } from '../../timeline/promiseBreaks';
import { ModelChecks } from './ModelChecks';
import { PromiseItem } from './PromiseItem';
import './promises.css';

/** What a cluster promises, whether it was kept, and why not. */
export function PromisesPanel() {
  const engine = useHighwater((state) => state.engine);
  const recording = useHighwater((state) => state.recording);
  // What was shown and lies ahead now stays: the causes of a break lead back before it.
  const shownUntil = useHighwater((state) => state.shownUntil);
  const breaks = engine?.promiseBreaks(recording) ?? [];
  return (
    // It can be scrolled, so it can have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="promisesPanel" aria-labelledby="promisesTitle" tabIndex={0}>
      <h2 id="promisesTitle" className="panelTitle">
        Promises
      </h2>
      <ul className="promiseList" aria-label="Promises to those who use the cluster">
        {PROMISES.map((promise) => {
          const broken = breaks.find((one) => one.promise === promise)?.happening;
          const isShown = broken !== undefined && broken.story <= shownUntil;
          return (
            <PromiseItem key={promise.name} promise={promise} broken={isShown ? broken : null} />
          );
        })}
      </ul>
      <ModelChecks />
    </section>
  );
}
