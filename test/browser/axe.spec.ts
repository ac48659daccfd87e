import { expect, type Page } from '@playwright/test';
import { type Barriers, findBarriers } from './everyone';
import { brokerButton, button, caption, choose, open, produce, settled, speed } from './person';
import { test } from './watched';

/** Comes to a state from the one before it. */
type Stop = (page: Page) => Promise<void>;

/** Each tour is one page that goes from state to state. */
const TOURS: Readonly<Record<string, Readonly<Record<string, Stop>>>> = {
  'of sheets and dialogs': {
    'at rest': async () => undefined,
    'a menu': async (page) => {
      await brokerButton(page, 1).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    'the list of keys': async (page) => {
      await page.keyboard.press('Escape');
      await button(page, 'Keys').click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    'settings that are refused': async (page) => {
      await page.keyboard.press('Escape');
      await button(page, 'Settings').click();
      await page.getByLabel('Replication factor').fill('5');
      await button(page, 'Start a new cluster').click();
      for (const more of ['Racks', 'Latency']) await page.getByText(more, { exact: true }).click();
    },
    ...Object.fromEntries(
      ['Cluster', 'Lessons', 'Share', 'Present'].map((sheet) => [
        `the sheet ${sheet}`,
        async (page: Page) => {
          await page.keyboard.press('Escape');
          await button(page, sheet).click();
          await expect(page.getByRole('dialog')).toBeVisible();
        },
      ]),
    ),
  },
  'of a crash': {
    'a record in flight': async (page) => {
      await produce(page);
      await expect(caption(page)).not.toContainText('Press Produce');
      await button(page, 'Pause').click();
    },
    'a broker crashed': async (page) => {
      await speed(page, 8);
      await choose(page, 1, 'Crash');
      await settled(page);
      await page.locator('.feedOpen').first().click();
      await expect(page.locator('.feedReasons')).toBeVisible();
    },
    'the filter of the event list and a spotlight': async (page) => {
      await button(page, 'Filter').click();
      await brokerButton(page, 2).focus();
      await page.keyboard.press('s');
      await expect(page.locator('.spotlight')).toBeVisible();
    },
    'a high watermark that stands still': async (page) => {
      await speed(page, 0.5);
      await choose(page, 3, 'Crash');
      await produce(page);
      await page.getByRole('button', { name: /^Why does the high watermark/ }).click();
      await expect(page.getByText(/Broker 3 holds it back by 1/)).toBeVisible();
      await button(page, 'Pause').click();
    },
  },
  'of panels': {
    'the panel Wire': async (page) => {
      await speed(page, 8);
      await choose(page, 1, 'Crash');
      await settled(page);
      await panel('Wire')['the panel Wire']?.(page);
    },
    ...panel('Records'),
    ...panel('Promises'),
    ...panel('Tools'),
  },
  'of dialogs and the diagram': {
    'a record to be produced': async (page) => {
      await page.getByRole('button', { name: 'Producer: menu' }).click();
      await page.getByRole('menuitem', { name: /^Produce …|with a key|^Produce…/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    'a reassignment': async (page) => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^orders-0 on broker .: menu$/ }).click();
      await page.getByRole('menuitem', { name: /^Reassign…/ }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
    'the space-time diagram': async (page) => {
      await page.keyboard.press('Escape');
      await speed(page, 8);
      await produce(page);
      await settled(page);
      await page.keyboard.press('d');
      await expect(page.getByRole('application')).toBeVisible();
    },
    'the tree of branches': async (page) => {
      await page.keyboard.press('d');
      await page.getByRole('button', { name: /branches of the run$/ }).click();
      await expect(page.getByRole('heading', { name: 'Branches' })).toBeVisible();
    },
    'what could not be loaded': async (page) => {
      await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
      await button(page, 'Present').click();
      await expect(page.getByRole('alert')).toContainText('could not be loaded');
    },
  },
  'of what stands in other pages': {
    'the stage alone': async (page) => {
      await page.goto('./embed.html?scene=copies', { waitUntil: 'networkidle' });
      await expect(caption(page)).toContainText('Figure 2.');
    },
    'steps alone, and an address that is not understood': async (page) => {
      await page.goto('./embed.html?ui=steps&speed=fast&theme=dark');
      await expect(page.getByRole('alert')).toBeVisible();
    },
    'a lesson': lesson('failover', 2, 'embed.html'),
  },
  'of lessons and scenes': {
    'the first step of a lesson': lesson('why', 1),
    'a record to be picked': lesson('truncation', 4),
    'a broker to be picked': lesson('failover', 2),
    'what came of a prediction': async (page) => {
      await speed(page, 8);
      await page.locator('.lessonChoice').nth(1).click();
      await button(page, 'Lock and watch').click();
      await expect(button(page, 'Go on')).toBeVisible({ timeout: 20_000 });
    },
    'the goals at the end of a lesson': async (page) => {
      await lesson('failover', 4)(page);
      await speed(page, 8);
      await page.locator('.lessonActs').getByRole('button').first().click();
      await button(page, 'Now you').click({ timeout: 20_000 });
    },
    'a link that leads nowhere': async (page) => {
      await page.goto('./?lesson=nonsense');
      await expect(caption(page)).toContainText('There is no lesson');
    },
    'what tripped over itself': async (page) => {
      await page.evaluate(() => {
        setTimeout(() => {
          throw new Error('planted');
        });
      });
      await expect(page.getByRole('alert')).toBeVisible();
      await button(page, 'Copy the scenario').click();
    },
  },
};

for (const [tour, stops] of Object.entries(TOURS)) {
  test(`nothing bars anybody on the tour ${tour}`, async ({ page, complaints }) => {
    // A dozen looks of a second or two each, more on a busy machine.
    test.setTimeout(120_000);
    await open(page);
    const barriers: Barriers = new Map();
    for (const [when, stop] of Object.entries(stops)) {
      await stop(page);
      await findBarriers(page, when, barriers);
    }
    // Of what was planted.
    const planted = /^planted$|ERR_FAILED|Failed to (fetch|load)|NotLoadedError/;
    complaints.splice(0, Infinity, ...complaints.filter((each) => !planted.test(each)));
    expect([...barriers].map(([barrier, when]) => `${when}: ${barrier}`)).toEqual([]);
  });
}

function lesson(id: string, step: number, file = ''): Stop {
  return async (page) => {
    await page.goto(`./${file}?lesson=${id}&step=${step}`, { waitUntil: 'networkidle' });
    await expect(page.locator('.lessonSays')).toBeVisible();
  };
}

function panel(name: string): Readonly<Record<string, Stop>> {
  return {
    [`the panel ${name}`]: async (page) => {
      await page.getByRole('tab', { name }).click();
      await expect(page.getByRole('tabpanel', { name })).toBeVisible();
    },
  };
}
