// The projects in examples/: how each is built, and where its pages then are.

/**
 * @typedef {object} ExampleProject
 * @property {'npm' | 'pip'} [installer] what fetches the tool
 * @property {readonly string[]} [build] the command that builds it; none serves it as it is
 * @property {string} highwater where the built Highwater is copied to
 * @property {string} site the folder that is published
 * @property {string} base the path under which it is published
 * @property {readonly string[]} pages addresses below the base
 * @property {string} [darkSwitch] how the switch is found that turns a light host dark
 * @property {boolean} [isDeck] slides, which keys turn
 */

/** @type {Readonly<Record<string, ExampleProject>>} */
export const EXAMPLES = {
  'plain-html': { highwater: 'highwater', site: '.', base: '/', pages: [''] },
  docusaurus: {
    installer: 'npm',
    build: ['npm', 'run', 'build'],
    highwater: 'static/highwater',
    site: 'build',
    base: '/notes/',
    pages: ['', 'lesson/'],
    darkSwitch: 'button[class*=toggleButton]',
  },
  'mkdocs-material': {
    installer: 'pip',
    build: ['.venv/bin/mkdocs', 'build', '--strict'],
    highwater: 'docs/highwater',
    site: 'site',
    base: '/notes/',
    pages: ['', 'lesson/'],
    darkSwitch: 'label[title="Switch to dark mode"]',
  },
  reveal: {
    installer: 'npm',
    highwater: 'highwater',
    site: '.',
    base: '/',
    pages: ['#/1', '#/2', '#/3'],
    isDeck: true,
  },
  vitepress: {
    installer: 'npm',
    build: ['npm', 'run', 'build'],
    highwater: 'public/highwater',
    site: '.vitepress/dist',
    base: '/notes/',
    pages: ['', 'lesson.html'],
    darkSwitch: 'button.VPSwitchAppearance',
  },
  markdown: {
    installer: 'npm',
    build: ['npm', 'run', 'build'],
    highwater: 'site/highwater',
    site: 'site',
    base: '/',
    pages: ['kafka-notes.html'],
  },
};
