// Makes the page as a host does that knows Markdown and lets no HTML through.
import { readFileSync, writeFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';

const page = new MarkdownIt({ html: false }).render(readFileSync('kafka-notes.md', 'utf8'));
const style = 'img { max-width: 100%; height: auto }';
writeFileSync(
  'site/kafka-notes.html',
  `<!doctype html><html lang="en"><meta charset="utf-8" /><title>Kafka notes</title>
<meta name="viewport" content="width=device-width" />
<link rel="icon" href="highwater/favicon.svg" />
<style>${style}</style><body>${page}</body></html>`,
);
