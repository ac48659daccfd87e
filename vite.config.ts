import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { opening } from './scripts/openingPlugin.ts';

export default defineConfig({
  plugins: [react(), opening()],
  // Relative addresses: the built site works under any path of any host.
  base: './',
  build: {
    target: 'es2022',
    // Every browser with es2022 preloads modules by itself.
    modulePreload: { polyfill: false },
    rolldownOptions: {
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
