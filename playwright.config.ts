import { defineConfig, devices } from '@playwright/test';
import { BROWSER_ARGS, findOrInstallBrowser } from './scripts/browser.mjs';

// Kept in the environment: the workers read this file again and should not search again.
process.env['CHROMIUM_PATH'] ??= findOrInstallBrowser();
const port = Number(process.env['HIGHWATER_TEST_PORT'] ?? 4319);
const site = process.env['HIGHWATER_TEST_SITE'] ?? 'dist';

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'reports/browser',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A second try tells a busy machine from a fault; a test that needed it is named at the end.
  retries: process.env['CI'] ? 1 : 0,
  workers: 2,
  // A busy machine draws slowly; no test waits for a time of its own.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/browser.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}/`,
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'], args: BROWSER_ARGS },
    screenshot: 'only-on-failure',
    // Tests that stand between page and network see all of it; one is about the worker.
    serviceWorkers: 'block',
  },
  webServer: {
    command: `npx vite preview --host localhost --port ${port} --strictPort --outDir ${site}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
