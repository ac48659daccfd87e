import { type RefObject, useEffect, useRef } from 'react';

const GAP_PX = 8;
/** The name of a rack stands below its brokers. */
const RACK_PX = 24;

/**
 * Refers to a part of a lesson that has the picture scrolled as each step begins and is asked, as
 * something is picked, and as the picture gets another height.
 */
export function useInSight<Part extends Element>(
  step: string | undefined,
  asks: boolean,
  { picked = '', height = 0 }: { readonly picked?: string; readonly height?: number } = {},
): RefObject<Part | null> {
  const part = useRef<Part>(null);
  const moment = `${step} ${asks} ${picked}`;
  useEffect(() => {
    // What was in sight before was another picture.
    if (height > 0) bringIntoSight(part.current, 'anew');
  }, [height]);
  useEffect(() => {
    if (moment) bringIntoSight(part.current);
  }, [moment]);
  return part;
}

/*
 * Scrolls the page until what a step is about, or what was picked, stands between its top and the
 * lesson's words, which stick to the bottom of a small page; the brokers, where it is about no
 * place in particular.
 */
function bringIntoSight(within: Element | null, how?: 'anew'): void {
  const figure = within?.closest('.figure');
  const card = figure?.querySelector('.lessonCard');
  // Only our own page: one that we are part of scrolls for its own reasons.
  if (!figure || !card || figure.getRootNode() !== document) return;
  const all = [...figure.querySelectorAll('.lessonMarks :is(.lessonPoint, .lessonPick)')];
  const picked = all.filter((ring) => ring.matches('[data-picked="true"]'));
  const rings = picked.length > 0 ? picked : all;
  const shown = rings.length > 0 ? rings : figure.querySelectorAll('section[data-status]');
  if (shown.length === 0) return;
  if (how === 'anew') window.scrollTo(0, 0);
  const rects = [...shown].map((each) => each.getBoundingClientRect());
  const top = Math.min(...rects.map((rect) => rect.top)) - GAP_PX;
  const name = figure.querySelector('[title^="broker.rack="]') ? RACK_PX : 0;
  const bottom = Math.max(...rects.map((rect) => rect.bottom)) + GAP_PX + name;
  const foot = card.getBoundingClientRect().top;
  if (top >= 0 && bottom <= foot) return;
  // From the top of the page, as far as need be; what does not fit begins at the top.
  const { scrollY } = window;
  window.scrollTo(0, Math.max(0, Math.min(bottom + scrollY - foot, top + scrollY)));
}
