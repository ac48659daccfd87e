import { readFileSync } from 'node:fs';
import { mergeConfig, type Plugin, type UserConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { SHARED } from './vite.config.ts';

/** The whole page as one file that asks for nothing else: `highwater.html`. */
export default mergeConfig(SHARED, {
  plugins: [alone(), viteSingleFile({ outputFileName: 'highwater.html' })],
  build: {
    emptyOutDir: false,
    copyPublicDir: false,
    rolldownOptions: { input: 'index.html' },
  },
} satisfies UserConfig);

/** The icon would be a request, and so would what leads here from the pages of the site. */
function alone(): Plugin {
  const icon = readFileSync('public/favicon.svg', 'utf8');
  const address = `data:image/svg+xml,${encodeURIComponent(icon)}`;
  return {
    name: 'highwater-alone',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html.replace('./favicon.svg', address).replace(/<script id="folder">.*<\/script>/s, ''),
    },
  };
}
