import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { Event } from '../../sim/event';
import { useHighwater } from '../../store/HighwaterContext';
import { happeningsUntil } from '../../timeline/recording';
import type { Engine } from '../../timeline/engine';
import { createLister, type EventFilter, isFiltering, TOLD, unfolded } from './eventLines';
import { EventRows } from './EventRows';
import { FilterFields } from './FilterFields';
import { ModelList } from './ModelList';

const NONE: ReadonlySet<number> = new Set();

/** Every event up to the playhead, or those that are asked for. */
export function EventList() {
  const [shown, setShown] = useState<'events' | 'model'>('events');
  const [isFilterOpen, setFilterOpen] = useState(false);
  const [filter, setFilter] = useState(TOLD);
  const isModel = shown === 'model';
  return (
    <>
      <div className="feedHead">
        <h2 className="panelTitle">What happened</h2>
        <div className="feedToggles">
          <button
            type="button"
            className="feedToggle"
            aria-expanded={isFilterOpen && !isModel}
            data-on={filter !== TOLD}
            onClick={() => {
              setShown('events');
              setFilterOpen(isModel || !isFilterOpen);
            }}
          >
            Filter
          </button>
          <button
            type="button"
            className="feedToggle"
            aria-pressed={isModel}
            title="What is simpler here than in Kafka"
            onClick={() => setShown(isModel ? 'events' : 'model')}
          >
            Model
          </button>
        </div>
      </div>
      {isModel ? (
        <ModelList />
      ) : (
        <Events filter={filter} setFilter={setFilter} isFilterOpen={isFilterOpen} />
      )}
    </>
  );
}

interface EventsProps {
  readonly filter: EventFilter;
  readonly setFilter: (filter: EventFilter) => void;
  readonly isFilterOpen: boolean;
}

function Events({ filter, setFilter, isFilterOpen }: EventsProps) {
  const engine = useHighwater((state) => state.engine);
  const recording = useHighwater((state) => state.recording);
  const frameIndex = useHighwater((state) => state.frameIndex);
  const [list] = useState(() => createLister((event) => (engine ? wordsOf(engine, event) : '')));
  const [open, setOpen] = useState(NONE);
  const happenings = happeningsUntil(recording, frameIndex);
  const lines = list(happenings, useDeferredValue(filter));
  const shown = useMemo(() => unfolded(lines, open), [lines, open]);
  const toggle = useCallback(
    (id: number) =>
      setOpen((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  return (
    <>
      {isFilterOpen && (
        <FilterFields
          filter={filter}
          onChange={setFilter}
          says={`${lines.length} lines of ${happenings.length} events`}
        />
      )}
      {engine && lines.length > 0 ? (
        <EventRows engine={engine} lines={shown} open={open} onToggle={toggle} />
      ) : (
        <p className="feedEmpty">
          {isFiltering(filter) ? (
            <>
              Nothing matches.{' '}
              <button type="button" className="feedClear" onClick={() => setFilter(TOLD)}>
                Clear the filters
              </button>
            </>
          ) : (
            'Nothing yet. What you cause will be told here, line by line.'
          )}
        </p>
      )}
    </>
  );
}

const words = new WeakMap<Event, string>();

/** What is looked through, made once for each event: it never changes. */
function wordsOf(engine: Engine, event: Event): string {
  const known = words.get(event);
  if (known !== undefined) return known;
  const made = engine.explain(event).what.toLowerCase();
  words.set(event, made);
  return made;
}
