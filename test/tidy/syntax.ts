import { parseSync } from 'vite';
import type { Source } from './source';

/** A node of the syntax tree, as far as the rules look at it. */
export type Node = {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
};

/** A file as a tree: its top-level statements, every node below them, and its comments. */
export type Syntax = {
  readonly statements: readonly Node[];
  readonly nodes: readonly Node[];
  readonly comments: readonly { readonly value: string; readonly end: number }[];
};

const parsed = new WeakMap<Source, Syntax>();

/** The tree of a file, by the parser that also builds the site. Throws if it does not parse. */
export function syntaxOf(source: Source): Syntax {
  const known = parsed.get(source);
  if (known) return known;
  const { program, comments, errors } = parseSync(source.path, source.text);
  if (errors.length > 0) throw new Error(`${source.path}: ${errors[0]?.message}`);
  const nodes: Node[] = [];
  collect(program, nodes);
  const statements = childrenOf({ type: 'body', start: 0, end: 0, body: program.body });
  const syntax = { statements, nodes, comments };
  parsed.set(source, syntax);
  return syntax;
}

/** The nodes directly under a node. */
export function childrenOf(node: Node): readonly Node[] {
  return Object.values(node).flatMap(nodesIn);
}

/** A field of a node as a node, or undefined. */
export function child(node: Node | undefined, field: string): Node | undefined {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
}

/** `it` for `it(…)`, `it.each(…)(…)` and `it.only(…)`; undefined for a callee without a name. */
export function baseName(callee: Node | undefined): string | undefined {
  if (!callee) return undefined;
  if (callee.type === 'Identifier') return String(callee['name']);
  return baseName(child(callee, 'object') ?? child(callee, 'callee') ?? child(callee, 'tag'));
}

/** What a file imports, as written: static, re-exported, dynamic and in types. */
export function importsOf(source: Source): readonly string[] {
  return syntaxOf(source).nodes.flatMap((node) => {
    const from = child(node, 'source') ?? (node.type === 'TSImportType' && child(node, 'argument'));
    const value = from && from['value'];
    return typeof value === 'string' ? [value] : [];
  });
}

/** What a file imports that it cannot be loaded without: no types, and nothing by `import()`. */
export function staticImportsOf(source: Source): readonly string[] {
  return syntaxOf(source).statements.flatMap((statement) => {
    const from = child(statement, 'source')?.['value'];
    return typeof from === 'string' && !isOfTypes(statement) ? [from] : [];
  });
}

function isOfTypes(statement: Node): boolean {
  const specifiers = childrenOf(statement).filter(({ type }) => type === 'ImportSpecifier');
  const allOfTypes = specifiers.every((specifier) => specifier['importKind'] === 'type');
  return statement['importKind'] === 'type' || (specifiers.length > 0 && allOfTypes);
}

function collect(node: Node | object, nodes: Node[]): void {
  if (isNode(node)) nodes.push(node);
  for (const below of Object.values(node).flatMap(nodesIn)) collect(below, nodes);
}

function nodesIn(value: unknown): readonly Node[] {
  if (Array.isArray(value)) return value.filter(isNode);
  return isNode(value) ? [value] : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}
