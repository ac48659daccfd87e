import { useEffect, useState } from 'react';
import { type Moment, queryFor } from '../../lessons/moment';
import { makeLink } from '../../share/link/makeLink';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { isBegunBy, isElsewhere, isSaidBy, namedMoment } from '../../store/placeOf';
import type { HighwaterState } from '../../store/state';

/** Where a link leads: to the very moment that is shown, or to where the run begins. */
export type From = 'moment' | 'start';

/** What leads to what is shown: by its name, by the run itself, or by both. */
export interface Place {
  readonly moment: Moment | null;
  /** What stands behind `#r=`; null where the name says it all. */
  readonly run: string | null;
}

/** A place, or why there is none: a sentence. */
type Made = { readonly place: Place } | { readonly because: string };

const NOT_MADE = { because: 'This browser cannot make a link. Save the scenario file instead.' };
const AT_REST = 'The link to this moment comes when the run stands still: pause it.';

/** What leads to what is shown, as long as that stands still. Null until it is known. */
export function useLink(from: From): Made | null {
  const store = useHighwaterStore();
  const [made, setMade] = useState<Made | null>(null);
  const isPlaying = useHighwater((state) => state.playing);
  useEffect(() => {
    let isOver = false;
    const make = async () => {
      const state = store.getState();
      const next = await placeIn(state, from).catch(() => NOT_MADE);
      if (!isOver && !isElsewhere(store.getState(), state)) setMade(next);
    };
    void make();
    const stop = store.subscribe((state, before) => {
      if (isElsewhere(state, before)) void make();
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [store, from]);
  return isPlaying && from === 'moment' ? { because: AT_REST } : made;
}

/** The address of a place on a page. */
export function addressOf(page: string, { moment, run }: Place, query = ''): string {
  const asked = queryFor(moment, query);
  return `${page}${asked}${run === null ? '' : `#r=${run}`}`;
}

async function placeIn(state: HighwaterState, from: From): Promise<Made> {
  const named = namedMoment(state);
  const isStart = from === 'start';
  const moment = named && isStart ? { ...named, step: 0 } : named;
  const isSaid = moment && (isStart ? isBegunBy(state) : await isSaidBy(moment, state));
  if (isSaid) return { place: { moment, run: null } };
  const made = await makeLink(isStart ? { ...state, playhead: 0 } : state);
  return 'because' in made ? made : { place: { moment, run: made.text } };
}
