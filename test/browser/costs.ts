import type { CDPSession, Page } from '@playwright/test';

/** What a stretch of play costs the page. */
export interface Play {
  /** Animation frames a second. */
  readonly perSecond: number;
  readonly medianMs: number;
  readonly longestMs: number;
  /** Of the time, how much the page's main thread is busy, and how much of it with scripts. */
  readonly busy: number;
  readonly inScripts: number;
}

/** What is on the page once everything that can go has gone. */
export interface Kept {
  readonly nodes: number;
  readonly listeners: number;
  /** Bytes. */
  readonly heap: number;
}

/** What can be asked of a page's tools. */
export async function watchCosts(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return session;
}

/** From now on everything takes so many times as long. */
export async function slowDown(session: CDPSession, rate: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** Looks at the next while; the page is left to itself meanwhile. */
export async function playFor(page: Page, session: CDPSession, ms: number): Promise<Play> {
  const before = await spent(session);
  const gaps = (await frameGaps(page, ms)).toSorted((a, b) => a - b);
  const after = await spent(session);
  const share = (of: 'TaskDuration' | 'ScriptDuration') =>
    (after[of] - before[of]) / (after.Timestamp - before.Timestamp);
  return {
    perSecond: (gaps.length / gaps.reduce((sum, gap) => sum + gap, 0)) * 1_000,
    medianMs: gaps[gaps.length >> 1] ?? 0,
    longestMs: gaps.at(-1) ?? 0,
    busy: share('TaskDuration'),
    inScripts: share('ScriptDuration'),
  };
}

export async function kept(session: CDPSession): Promise<Kept> {
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  return { nodes, listeners, heap };
}

/** In one line. */
export function playText({ perSecond, longestMs, busy, inScripts }: Play): string {
  const [all, scripts] = [busy, inScripts].map((share) => `${(share * 100).toFixed(0)} %`);
  const gap = `longest gap ${longestMs.toFixed(0)} ms`;
  return `${perSecond.toFixed(1)} frames a second, ${gap}, busy ${all}, in scripts ${scripts}`;
}

/** In one line. */
export function keptText({ nodes, listeners, heap }: Kept): string {
  return `${nodes} nodes, ${listeners} listeners, heap ${(heap / 1e6).toFixed(1)} MB`;
}

export function print(figure: string): void {
  console.log(`    ${figure}`);
}

/** Milliseconds between the frames that are drawn in the next while. */
function frameGaps(page: Page, ms: number): Promise<readonly number[]> {
  return page.evaluate(
    (span) =>
      new Promise<number[]>((done) => {
        const gaps: number[] = [];
        let [start, before] = [0, 0];
        const count = (now: number) => {
          if (start === 0) start = now;
          else gaps.push(now - before);
          before = now;
          if (now - start < span) requestAnimationFrame(count);
          else done(gaps);
        };
        requestAnimationFrame(count);
      }),
    ms,
  );
}

/** Seconds since the page began. */
async function spent(session: CDPSession) {
  const { metrics } = await session.send('Performance.getMetrics');
  const named = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return {
    Timestamp: named('Timestamp'),
    TaskDuration: named('TaskDuration'),
    ScriptDuration: named('ScriptDuration'),
  };
}
