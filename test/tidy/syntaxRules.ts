import { isTest, type Source } from './source';
import { baseName, child, childrenOf, syntaxOf, type Node } from './syntax';
import type { Rule } from './textRules';

const FUNCTION_LINES_MAX = 60;
const NAME_WORDS_MIN = 4;
const VIEW_LAW =
  'A component may look at the frame, the playhead and the recent events. It may not remember. ' +
  'Use a fact of the world or an event instead';

/** `describe` only groups, so its callback may be as long as a file. */
export const functionsAreShort: Rule = (source) => {
  const groups = new Set(
    syntaxOf(source)
      .nodes.filter((node) => baseName(child(node, 'callee')) === 'describe')
      .flatMap(childrenOf),
  );
  return breaches(source, (node) => {
    if (!/^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type))
      return undefined;
    const lines = lineOf(source, node.end) - lineOf(source, node.start) + 1;
    if (groups.has(node) || lines <= FUNCTION_LINES_MAX) return undefined;
    return `is a function of ${lines} lines: use smaller functions with names instead`;
  });
};

/** The types of the simulation are true: nothing is asserted past the compiler. */
export const simAssertsNoTypes: Rule = (source) =>
  breaches(source, (node) => {
    if (!isIn(source, 'src/sim/') || isTest(source.path)) return undefined;
    if (node.type === 'TSAnyKeyword') return 'says any: use unknown or the real type instead';
    if (node.type === 'TSNonNullExpression') return 'asserts with !: use a table accessor instead';
    if (node.type !== 'TSAsExpression' && node.type !== 'TSTypeAssertion') return undefined;
    return isConst(node) ? undefined : 'asserts with as: use a type guard or satisfies instead';
  });

export const simHasNoClasses: Rule = (source) =>
  breaches(source, (node) =>
    isIn(source, 'src/sim/') && /^Class(Declaration|Expression)$/.test(node.type)
      ? 'is a class: use plain data and functions instead'
      : undefined,
  );

/** Platforms may round powers differently, and the linter only sees Math.pow. */
export const simRaisesNoPowers: Rule = (source) =>
  breaches(source, (node) =>
    isIn(source, 'src/sim/') && /^\*\*=?$/.test(String(node['operator']))
      ? 'raises to a power: use integer arithmetic instead'
      : undefined,
  );

export const exportsHaveNames: Rule = (source) =>
  breaches(source, (node) =>
    node.type === 'ExportDefaultDeclaration' && !/(\.config\.ts|^\.[\w-]+\.mjs)$/.test(source.path)
      ? 'exports a default: use a named export instead'
      : undefined,
  );

/** A re-export makes two places to import one thing from. */
export const nothingIsReexported: Rule = (source) =>
  breaches(source, (node) =>
    isIn(source, 'src/') && node.type.startsWith('Export') && child(node, 'source')
      ? 're-exports: use the file that declares it instead'
      : undefined,
  );

export const exportsAreDocumented: Rule = (source) => {
  const isPublic = isIn(source, 'src/sim/', 'src/timeline/', 'src/share/') && !isTest(source.path);
  if (!isPublic) return [];
  const { statements, comments } = syntaxOf(source);
  const docs = comments.filter(({ value }) => value.startsWith('*'));
  return statements
    .filter(({ type }) => type === 'ExportNamedDeclaration')
    .filter(
      ({ start }) =>
        !docs.some(({ end }) => end <= start && source.text.slice(end, start).trim() === ''),
    )
    .filter((node, at, all) => !isOverloadOf(all[at - 1], node))
    .map((node) => `${source.path}:${lineOf(source, node.start)} exports without a docstring`);
};

export const stageRemembersNothing: Rule = (source) =>
  breaches(source, (node) => {
    if (!isIn(source, 'src/view/stage/') || isTest(source.path)) return undefined;
    const hook = node.type === 'CallExpression' && hookName(child(node, 'callee'));
    return hook && /^use(Ref|Effect|LayoutEffect|InsertionEffect)$/.test(hook)
      ? `calls ${hook}. ${VIEW_LAW}`
      : undefined;
  });

/** A tween runs on wall time: it goes on while paused and lies after a seek. */
export const stageTweensNothing: Rule = (source) =>
  breaches(source, (node) => {
    if (!isIn(source, 'src/view/stage/') || node.type !== 'JSXOpeningElement') return undefined;
    if (!/^(m|motion)\./.test(textOf(source, child(node, 'name')))) return undefined;
    const props = childrenOf(node).map((prop) => textOf(source, child(prop, 'name')));
    const tween = props.find((prop) => /^(animate|transition|initial|exit|layout)/.test(prop));
    return tween && `sets ${tween}: use useTransform on the playhead instead`;
  });

/** A test's name is the sentence that fails. Names made at run time are not looked at. */
export const testNamesAreSentences: Rule = (source) =>
  breaches(source, (node) => {
    if (node.type !== 'CallExpression' || !isTest(source.path)) return undefined;
    const callee = child(node, 'callee');
    const isCase = ['it', 'test'].includes(baseName(callee) ?? '');
    const name = literalText(
      source,
      childrenOf(node).find((part) => part !== callee),
    );
    if (!isCase || name === undefined) return undefined;
    const isSentence = name.split(/\s+/).length >= NAME_WORDS_MIN && !/\bworks?\b/i.test(name);
    return isSentence ? undefined : `names a test "${name}": use a sentence of what holds instead`;
  });

function breaches(source: Source, complaint: (node: Node) => string | undefined) {
  return syntaxOf(source).nodes.flatMap((node) => {
    const says = complaint(node);
    return says ? [`${source.path}:${lineOf(source, node.start)} ${says}`] : [];
  });
}

function isIn({ path }: Source, ...folders: readonly string[]): boolean {
  return folders.some((folder) => path.startsWith(folder));
}

function isConst(assertion: Node): boolean {
  const name = child(child(assertion, 'typeAnnotation'), 'typeName');
  return name?.['name'] === 'const';
}

/** The second and later signatures of one function share the docstring of the first. */
function isOverloadOf(before: Node | undefined, node: Node): boolean {
  const [a, b] = [before, node].map((each) => child(child(each, 'declaration'), 'id')?.['name']);
  return a !== undefined && a === b;
}

function hookName(callee: Node | undefined): string | undefined {
  const name = callee?.type === 'MemberExpression' ? child(callee, 'property') : callee;
  return name?.type === 'Identifier' ? String(name['name']) : undefined;
}

function literalText(source: Source, node: Node | undefined): string | undefined {
  if (node?.type === 'TemplateLiteral') return textOf(source, node).slice(1, -1);
  return typeof node?.['value'] === 'string' ? node['value'] : undefined;
}

function textOf({ text }: Source, node: Node | undefined): string {
  return node ? text.slice(node.start, node.end) : '';
}

function lineOf({ text }: Source, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
