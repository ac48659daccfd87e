import { describe, expect, it } from 'vitest';
import { readSources, type Source } from './tidy/source';
import * as syntaxRules from './tidy/syntaxRules';
import * as textRules from './tidy/textRules';

type Plant = { readonly rule: textRules.Rule; readonly breach: Source; readonly repair: Source };

const code = readSources('.ts', '.tsx', '.mjs');
const prose = readSources('.md', '.html', '.css');
const lines = (count: number) => 'x();\n'.repeat(count);
const at = (path: string, text: string): Source => ({ path, text });
// Put together here, or this file would be the breach.
const outside = ['', 'home', 'someone', 'x'].join('/');
const putOff = ['TO', 'DO'].join('');
const task = ['issue', '2'].join(' ');

const plants: Readonly<Record<string, Plant>> = {
  'a file has at most 300 lines': {
    rule: textRules.fileIsShort,
    breach: at('src/sim/a.ts', lines(301)),
    repair: at('src/sim/a.ts', lines(300)),
  },
  'a line has at most 100 characters': {
    rule: textRules.linesAreShort,
    breach: at('src/sim/a.ts', 'x'.repeat(101)),
    repair: at('src/sim/a.ts', 'x'.repeat(100)),
  },
  'a file is named after what it does': {
    rule: textRules.nameSaysWhatIsInside,
    breach: at('src/sim/utils.ts', ''),
    repair: at('src/sim/chance.ts', ''),
  },
  'a file is not a barrel': {
    rule: textRules.nameSaysWhatIsInside,
    breach: at('src/view/index.tsx', ''),
    repair: at('src/view/Stage.tsx', ''),
  },
  'nothing is put off in a comment': {
    rule: textRules.nothingIsPutOff,
    breach: at('src/sim/a.ts', `// ${putOff}: later`),
    repair: at('src/sim/a.ts', '// Later leaders win.'),
  },
  'nothing speaks of a path of one machine': {
    rule: textRules.nothingPointsOutside,
    breach: at('README.md', `See ${outside}`),
    repair: at('README.md', 'See docs/model.md or https://kafka.apache.org/home/'),
  },
  'nothing speaks of a numbered task': {
    rule: textRules.nothingPointsOutside,
    breach: at('src/sim/a.ts', `// asked for in ${task}`),
    repair: at('src/sim/a.ts', '// KAFKA-9087: an issue of ordering'),
  },
  'a large box is not asked what is in it': {
    rule: textRules.largeBoxesHaveNoHas,
    breach: at('src/view/a.css', '.figure:not(:has(.lessonCard)) {'),
    repair: at('src/view/a.css', ".figure[data-taught='true'] .captionBox:has(> .caption) {"),
  },
  'stripes say how their colours blend': {
    rule: textRules.stripesSayHowTheyBlend,
    breach: at('src/a.css', 'repeating-linear-gradient(45deg, color-mix(in srgb, red) 0 1px);'),
    repair: at('src/a.css', 'repeating-linear-gradient(45deg in srgb, color-mix(in srgb, red));'),
  },
  'a search names its seed': {
    rule: textRules.searchesNameTheirSeed,
    breach: at('src/a.test.ts', "import * as fc from 'fast-check';\nfc.assert(fc.property(a, f));"),
    repair: at('src/a.test.ts', "import { assert } from 'fast-check';\nassert(p, effort(9, 90));"),
  },
  'a function has at most 60 lines': {
    rule: syntaxRules.functionsAreShort,
    breach: at('src/sim/a.ts', `function f() {\n${lines(59)}}`),
    repair: at(
      'src/sim/a.ts',
      `function f() {\n${lines(58)}}\ndescribe('x', () => {${lines(99)}})`,
    ),
  },
  'sim has no any': {
    rule: syntaxRules.simAssertsNoTypes,
    breach: at('src/sim/a.ts', 'let a: any;'),
    repair: at('src/sim/a.ts', 'let a: unknown; // any'),
  },
  'sim asserts nothing with an exclamation mark': {
    rule: syntaxRules.simAssertsNoTypes,
    breach: at('src/sim/a.ts', 'f(a!);'),
    repair: at('src/sim/a.ts', 'f(!a);'),
  },
  'sim asserts no type with as': {
    rule: syntaxRules.simAssertsNoTypes,
    breach: at('src/sim/a.ts', 'f(a as B);'),
    repair: at('src/sim/a.ts', "import { a as b } from './b'; const as = ['x as y'] as const;"),
  },
  'sim has no class': {
    rule: syntaxRules.simHasNoClasses,
    breach: at('src/sim/a.ts', 'class Cluster {}'),
    repair: at('src/sim/a.ts', 'type Cluster = {};'),
  },
  'sim raises nothing to a power': {
    rule: syntaxRules.simRaisesNoPowers,
    breach: at('src/sim/a.ts', 'const a = 2 ** 0.5;'),
    repair: at('src/sim/a.ts', 'const a = 2 * 5; /** not a power **/'),
  },
  'an export has a name': {
    rule: syntaxRules.exportsHaveNames,
    breach: at('src/view/Stage.tsx', 'export default <p />;'),
    repair: at('vite.config.ts', 'export default {};'),
  },
  'nothing is exported a second time': {
    rule: syntaxRules.nothingIsReexported,
    breach: at('src/sim/a.ts', "export * from './b';"),
    repair: at('src/sim/a.ts', 'export const a = 1;'),
  },
  'a public export has a docstring': {
    rule: syntaxRules.exportsAreDocumented,
    breach: at('src/sim/a.ts', '/** One. */\nexport const a = 1;\n// two\nexport const b = 2;'),
    repair: at('src/sim/a.ts', '/** One. */\nexport const a = 1;\n/** Two. */\nexport type B = 2;'),
  },
  'the stage remembers nothing': {
    rule: syntaxRules.stageRemembersNothing,
    breach: at('src/view/stage/Log.tsx', 'const row = React.useRef(null);'),
    repair: at('src/view/stage/Log.tsx', 'const row = useTransform(playhead, place);'),
  },
  'the stage tweens nothing': {
    rule: syntaxRules.stageTweensNothing,
    breach: at('src/view/stage/Log.tsx', '<m.div animate={{ x: 1 }} />;'),
    repair: at('src/view/stage/Log.tsx', '<m.div style={{ x }} whileHover={{ scale: 1.1 }} />;'),
  },
  "a test's name is a sentence": {
    rule: syntaxRules.testNamesAreSentences,
    breach: at('src/sim/a.test.ts', "it('elects leaders', f);"),
    repair: at('src/sim/a.test.ts', "it('elects only a leader in sync', f); it(name, f);"),
  },
  'a test never says that something works': {
    rule: syntaxRules.testNamesAreSentences,
    breach: at('src/sim/a.test.ts', "it.each(cases)('the election %s always works', f);"),
    repair: at('src/sim/a.test.ts', "it.each(cases)('the election %s ends at once', f);"),
  },
};

describe.each(Object.entries(plants))('the rule that %s', (_, { rule, breach, repair }) => {
  it('has a planted breach that is caught', () => {
    expect(rule(breach)).toHaveLength(1);
    expect(rule(breach)[0]).toContain(breach.path);
  });

  it('has a repair that is let pass', () => expect(rule(repair)).toEqual([]));
});

describe('the repository', () => {
  it('keeps every rule about text in its code', () => {
    expect(code.flatMap((source) => every(textRules, source))).toEqual([]);
  });

  it('keeps every rule about syntax in its code', () => {
    expect(code.flatMap((source) => every(syntaxRules, source))).toEqual([]);
  });

  it('speaks in its documents only of itself', () => {
    expect(prose.flatMap(textRules.nothingPointsOutside)).toEqual([]);
  });

  it('asks no large box what is in it', () => {
    expect(prose.flatMap(textRules.largeBoxesHaveNoHas)).toEqual([]);
  });

  it('says of all stripes how their colours blend', () => {
    expect(prose.flatMap(textRules.stripesSayHowTheyBlend)).toEqual([]);
  });

  it('keeps the median file of the simulation short', () => {
    const half = [60, 120, 120].map((count, n) => at(`src/sim/${n}.ts`, lines(count)));
    expect(textRules.medianIsSmall(half)).toEqual(['the median file of src/sim has 120 lines']);
    expect(textRules.medianIsSmall(code)).toEqual([]);
  });
});

/** What all rules of one kind say about a file; the median is a rule about all files together. */
function every(rules: Readonly<Record<string, unknown>>, source: Source): readonly string[] {
  return Object.values(rules)
    .filter((rule): rule is textRules.Rule => rule !== textRules.medianIsSmall)
    .flatMap((rule) => rule(source));
}
