import { defineConfig, devices } from '@playwright/test';
import { BROWSER_ARGS, findOrInstallBrowser } from './scripts/browser.mjs';

// Kept in the environment: the workers read this file again and should not search again.
process.env['CHROMIUM_PATH'] ??= findOrInstallBrowser();
const port = Number(process.env['HIGHWATER_TEST_PORT'] ?? 4319);

export default defineConfig({
  testDir: 'test/browser',
  outputDir: 'reports/browser',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  workers: 2,
  reporter: [['list'], ['json', { outputFile: 'reports/browser.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}/`,
    launchOptions: { executablePath: process.env['CHROMIUM_PATH'], args: BROWSER_ARGS },
    screenshot: 'only-on-failure',
  },
  webServer: {
    command: `npx vite preview --host localhost --port ${port} --strictPort`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
