import react from '@vitejs/plugin-react';
import { basename } from 'node:path';
import { defineConfig } from 'vite';
import { opening } from './scripts/openingPlugin.ts';
import { plainImports } from './scripts/plainImports.ts';
import { reactModules } from './scripts/reactModules.ts';

export default defineConfig({
  plugins: [react(), opening(), plainImports(), reactModules()],
  // Relative addresses: the built site works under any path of any host.
  base: './',
  css: {
    modules: {
      generateScopedName: (name, file) => `${basename(file, '.module.css')}-${name}`,
    },
  },
  build: {
    target: 'es2022',
    rolldownOptions: {
      // React asks its scheduler for what only a profiling one has.
      checks: { importIsUndefined: false },
      // To read a property or a global changes nothing, so what is not used can go.
      treeshake: { propertyReadSideEffects: false, unknownGlobalSideEffects: false },
      output: {
        codeSplitting: {
          // React changes less often than we do, so it keeps its own place in the browser's cache.
          // Nothing else is grouped: what is only imported by import() must stay out of first load.
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
        },
      },
    },
  },
});
