import type { Moment } from './moment';

/** What is to be remembered, by its id in the words, and the moment that proves it. */
export interface Takeaway {
  readonly id: string;
  readonly proof: Moment;
}

/** The key takeaways of the notes, in their order. */
export const TAKEAWAYS: readonly Takeaway[] = [
  { id: 'factor', proof: { scene: 'copies' } },
  { id: 'leader', proof: { lesson: 'writes', step: 1 } },
  { id: 'failover', proof: { lesson: 'failover', step: 2 } },
  { id: 'builtIn', proof: { lesson: 'brokerDown', step: 2 } },
  { id: 'why', proof: { scene: 'oneDown' } },
];
