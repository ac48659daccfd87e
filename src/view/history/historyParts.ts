import { Axis } from './Axis';
import { Branches } from './Branches';
import { jump } from './jump';
import { JumpsBeside } from './Jumps';

/** What the transport has more once there is a run to look back on. */
export const HISTORY_PARTS = { Axis, Branches, JumpsBeside, jump };
