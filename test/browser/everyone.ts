import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { twoFrames } from './picture';
import { setScreen } from './screens';

const SMALLEST = 24;
const [DESK, PHONE] = ['1280×720', '360×640'] as const;

/** Where and when each barrier was met first. */
export type Barriers = Map<string, string>;

/**
 * Notes what keeps somebody from using the page as it stands, on a desk and on a phone, in light
 * and in dark; each as a sentence. On the phone it is asked how large things are and what does not
 * fit: what they are called is the same.
 */
export async function findBarriers(page: Page, when: string, barriers: Barriers): Promise<void> {
  const note = (where: string, faults: readonly string[]) => {
    for (const fault of faults) if (!barriers.has(fault)) barriers.set(fault, `${when}, ${where}`);
  };
  await twoFrames(page);
  await page.evaluate(endAnimations);
  note(DESK, [...(await axeFaults(page)), ...(await ownFaults(page))]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await twoFrames(page);
  await page.evaluate(endAnimations);
  // In the other colours nothing else is another.
  note(`${DESK}, dark`, await axeFaults(page, ['color-contrast']));
  await page.emulateMedia({ colorScheme: 'light' });
  await setScreen(page, PHONE);
  await twoFrames(page);
  note(PHONE, await ownFaults(page));
  await setScreen(page, DESK);
}

/** What is fading in has less contrast than it will have. */
export function endAnimations(): void {
  for (const each of document.getAnimations())
    if (Number(each.effect?.getComputedTiming().endTime) < Infinity) each.finish();
}

/** Axe stays in the page, so that looking again costs a third of a second. */
export async function axeFaults(
  page: Page,
  runOnly?: readonly string[],
  moreRules: readonly string[] = ['target-size'],
): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => Reflect.has(globalThis, 'axe'));
  if (!isThere)
    await new AxeBuilder({ page }).setLegacyMode(true).withRules('html-has-lang').analyze();
  return page.evaluate(
    async ([only, more]) => {
      const options = {
        resultTypes: ['violations'],
        rules: Object.fromEntries((more ?? []).map((rule: string) => [rule, { enabled: true }])),
        ...(only && { runOnly: only }),
      };
      const { violations } = await Reflect.get(globalThis, 'axe').run(document, options);
      return violations.flatMap(
        (each: { id: string; nodes: { html: string; failureSummary: string }[] }) =>
          each.nodes.map(({ html, failureSummary }) => `${each.id} ${failureSummary} ${html}`),
      );
    },
    [runOnly, moreRules] as const,
  );
}

function ownFaults(page: Page): Promise<readonly string[]> {
  const values = `const SMALLEST = ${SMALLEST};`;
  const sent = [findFaults, isMeantToBePressed, placeOf, describe];
  return page.evaluate(`(() => { ${values} ${sent.join('\n')}; return findFaults(); })()`);
}

function findFaults(): string[] {
  const faults: string[] = [];
  const controls = 'a[href], button, input, select, textarea, summary, [role="slider"]';
  for (const control of document.querySelectorAll(controls)) {
    if (!isMeantToBePressed(control)) continue;
    const { width, height } = placeOf(control);
    if (width < SMALLEST - 0.5 || height < SMALLEST - 0.5)
      faults.push(`${describe(control)} is ${Math.round(width)} by ${Math.round(height)} px`);
  }
  const polite = document.querySelectorAll(
    'output, [role="status"], [role="log"], [aria-live="polite"], [aria-live="assertive"]',
  );
  if (polite.length > 1) faults.push(`${polite.length} live regions: ${describe(polite[1])}`);
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`the page is ${scrollWidth} px wide`);
  return faults;
}

function isMeantToBePressed(control: Element): boolean {
  const isSeen = control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return (
    isSeen && !control.matches('[aria-hidden="true"], :disabled') && placeOf(control).width > 2
  );
}

/** A box and its label are pressed as one; some are larger for a finger than they are drawn. */
function placeOf(control: Element) {
  const isBox = control.matches('input[type="radio"], input[type="checkbox"]');
  const pressed = (isBox && control.closest('label')) || control;
  const { width, height } = pressed.getBoundingClientRect();
  const around = getComputedStyle(pressed, '::after');
  if (around.position !== 'absolute') return { width, height };
  return {
    width: Math.max(width, parseFloat(around.width)),
    height: Math.max(height, parseFloat(around.height)),
  };
}

function describe(element: Element | undefined): string {
  const name = element?.getAttribute('aria-label') ?? element?.textContent?.trim().slice(0, 40);
  return `${element?.tagName.toLowerCase()}.${element?.getAttribute('class')} “${name}”`;
}
