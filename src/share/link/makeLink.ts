import { linkedRun, type Shown } from './linkedRun';
import { COMMANDS_MAX, FRAMES_MAX, LINK_MAX } from './linkLimits';
import { linkText } from './linkText';

/** What stands behind `#r=`, or why this run has no link: a sentence. */
export type MadeLink = { readonly text: string } | { readonly because: string };

/** The link to what is shown. Fails with what the simulation throws. */
export async function makeLink(shown: Shown): Promise<MadeLink> {
  const run = linkedRun(shown);
  const { length } = run.scenario.commands;
  if (run.frames > FRAMES_MAX)
    return { because: `The run has ${run.frames} steps, and a link holds ${FRAMES_MAX}.` };
  if (length > COMMANDS_MAX)
    return { because: `The run has ${length} commands, and a link holds ${COMMANDS_MAX}.` };
  const text = await linkText(run);
  if (text.length <= LINK_MAX) return { text };
  return { because: `The link would have ${text.length} characters, more than ${LINK_MAX}.` };
}
