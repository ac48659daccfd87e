import react from '@vitejs/plugin-react';
import { basename } from 'node:path';
import { mergeConfig, type UserConfig } from 'vite';
import { offline } from './scripts/offlinePlugin.ts';
import { opening } from './scripts/openingPlugin.ts';
import { plainImports } from './scripts/plainImports.ts';
import { reactModules } from './scripts/reactModules.ts';

/**
 * What is sent together. Each takes what it needs itself, as far as no chunk before it has that, so
 * that there are few and no page loads what it does not need yet.
 */
const CHUNKS = [
  // React changes less often than we do, so it keeps its own place in the browser's cache.
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  { name: 'index', tags: ['$initial' as const] },
  // At the first sign of a person.
  { name: 'engine', test: /timeline[\\/]engine\.ts$/ },
  { name: 'messages', test: /(messages[\\/]Traffic|(Pause|Session)Ring)\.tsx$/ },
  { name: 'gesture', test: /messages[\\/]CutGesture\.tsx$/ },
  { name: 'history', test: /(history[\\/]historyParts|feed[\\/]EventList)\.tsx?$/ },
  { name: 'summary', test: /summary[\\/]Summary\.tsx$/ },
  { name: 'menus', test: /menus[\\/]SubjectMenu\.tsx$/ },
  // What keeps the score and follows links, and what lessons share with panels; no lesson is in it.
  { name: 'keeper', test: /(app[\\/]lessonKeeper|sim[\\/]isLike|BackToOwnRun)\.tsx?$/ },
  // Where the address asks for something.
  { name: 'given', test: /src[\\/]app[\\/]given[\\/]|view[\\/]given[\\/].*x$/ },
  // When a run has something to be linked to, and when it is opened by its link or its file.
  { name: 'link', test: /(app[\\/]open(Link|File)|link[\\/]makeLink)\.ts$/ },
  // When they are asked for.
  { name: 'sheet', test: /sheet[\\/]Sheet\.tsx$/ },
  { name: 'share', test: /view[\\/]share[\\/]ShareSheet\.tsx$/ },
  { name: 'present', test: /(view[\\/]present[\\/]|app[\\/]speaker)/ },
  { name: 'sheets', test: /(SettingsPanel|ClusterPanel|KeysDialog)\.tsx$/ },
  { name: 'panels', test: /view[\\/](inspector|promises|records|spaceTime|tools|wire)[\\/]/ },
  { name: 'lessons', test: /src[\\/](lessons|view[\\/](lesson|glossary))[\\/]/ },
  { name: 'take', test: /view[\\/]take[\\/](TakeAway|saveDiagram)\.tsx?$/ },
  { name: 'clip', test: /take[\\/]clip[\\/]gif\.ts$/ },
  { name: 'handout', test: /take[\\/]print[\\/]printHandout\.tsx$/ },
  { name: 'mermaid', test: /view[\\/]take[\\/]words[\\/]mermaid\.ts$/ },
  // What has no place above.
  { name: 'more', test: /src[\\/]/ },
];

/** What everything has that is built here. */
export const SHARED: UserConfig = {
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
    },
  },
};

/** The site: its pages, and what they fetch. */
export default mergeConfig(SHARED, {
  plugins: [offline()],
  build: {
    rolldownOptions: {
      input: ['index.html', 'embed.html'],
      output: { codeSplitting: { groups: CHUNKS } },
    },
  },
} satisfies UserConfig);
