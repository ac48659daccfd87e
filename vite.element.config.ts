import { mergeConfig, type UserConfig } from 'vite';
import { shadowStyles } from './scripts/shadowStyles.ts';
import { SHARED } from './vite.config.ts';

/** The custom element as one classic script, looks and all: `kafka-replication.js`. */
export default mergeConfig(SHARED, {
  plugins: [shadowStyles()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    emptyOutDir: false,
    copyPublicDir: false,
    // They know light-dark(): written for older ones, colours no longer follow the page around.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    lib: {
      entry: 'src/app/element/define.ts',
      formats: ['iife'],
      name: 'kafkaReplication',
      fileName: () => 'kafka-replication.js',
    },
  },
} satisfies UserConfig);
