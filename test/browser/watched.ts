import { expect, test as base, type Page } from '@playwright/test';

interface Watched {
  /** What the page said that it should not: a test that plants a fault takes its own out. */
  readonly complaints: string[];
}

/** A test that also fails when the page complains to its console or asks another origin. */
export const test = base.extend<Watched>({
  complaints: [
    async ({ page, baseURL }, run) => {
      const complaints: string[] = [];
      watch(page, new URL(baseURL ?? '').origin, complaints);
      await run(complaints);
      expect(complaints, 'console errors and requests to other origins').toEqual([]);
    },
    { auto: true },
  ],
});

/** These tests go without the worker, which is not for the page to be sorry about. */
const WORKER_BLOCKED = 'Service Worker registration blocked by Playwright';

function watch(page: Page, origin: string, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.text() === WORKER_BLOCKED) return;
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    const isInside = asked === origin || protocol === 'data:' || protocol === 'blob:';
    if (!isInside) complaints.push(`asked ${request.url()}`);
  });
}
