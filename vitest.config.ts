import { defineConfig, mergeConfig } from 'vitest/config';
import site from './vite.config.ts';

const TEST_TIMEOUT_MS = 90_000;
const LONG_TEST_TIMEOUT_MS = 600_000;

export default defineConfig(({ mode }) => {
  // `vitest run --mode long`: tests that search ask for it, search further and have more time.
  const isLong = mode === 'long';
  const everywhere = {
    env: { HIGHWATER_LONG: isLong ? 'yes' : '' },
    testTimeout: isLong ? LONG_TEST_TIMEOUT_MS : TEST_TIMEOUT_MS,
  };
  return mergeConfig(site, {
    test: {
      passWithNoTests: true,
      coverage: { provider: 'v8', include: ['src/**'], reportsDirectory: 'coverage' },
      projects: [
        {
          extends: true,
          test: {
            ...everywhere,
            name: 'node',
            environment: 'node',
            include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
            benchmark: { include: ['src/**/*.bench.ts', 'test/**/*.bench.ts'] },
          },
        },
        {
          extends: true,
          test: {
            ...everywhere,
            name: 'components',
            environment: 'happy-dom',
            include: ['src/{view,store,app}/**/*.test.tsx'],
            benchmark: { include: [] },
            setupFiles: ['test/componentSetup.ts'],
          },
        },
      ],
    },
  });
});
