// Runs Kafka's test vectors, ours or those of the files that are named, through the simulation.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const here = new URL('../', import.meta.url);
const own = fileURLToPath(new URL('test/conformance/vectors.json', here));
const [, , ...named] = process.argv;

/** @typedef {typeof import('../test/conformance/report.ts')} ReportModule */
/** @type {{ module: ReportModule }} */
const { module } = await runnerImport(fileURLToPath(new URL('test/conformance/report.ts', here)), {
  configFile: false,
  root: fileURLToPath(here),
  logLevel: 'error',
});
const { reportOn } = module;
const { lines, problems, isClean } = reportOn(named.length === 0 ? [own] : named);
for (const line of lines) console.log(line);
for (const problem of problems) console.error(problem);
process.exitCode = isClean ? 0 : 1;
