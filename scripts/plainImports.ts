import type { Plugin } from 'vite';

const HELPER = '\0vite/preload-helper.js';

/**
 * `import()` as the browser has it. Vite wraps it in a helper that fetches looks and what a chunk
 * itself imports at the same time; all looks come with the page here, and chunks import little.
 */
export function plainImports(): Plugin {
  return {
    name: 'highwater-plain-imports',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      build: {
        cssCodeSplit: false,
        modulePreload: {
          // Every browser with es2022 preloads modules by itself.
          polyfill: false,
          resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
        },
      },
    }),
    load: (id) => (id === HELPER ? 'export const __vitePreload = (load) => load();' : null),
  };
}
