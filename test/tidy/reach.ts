import { posix } from 'node:path';
import type { Source } from './source';
import { child, childrenOf, syntaxOf, type Node } from './syntax';

/** A function or constant at the top of a file, as `path#name`. */
type Place = string;

/** What every place of some files uses, types left out. Names that are shadowed count as used. */
export type Uses = ReadonlyMap<Place, ReadonlySet<Place>>;

/** What is imported into a file under a name: one thing, or all that a file exports. */
interface Binding {
  readonly path: string;
  /** Null: `import * as`. */
  readonly name: string | null;
}

/** Nodes of types that hold an expression; all others that begin with TS are only types. */
const EXPRESSIONS = ['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'];

/** Which places use which. */
export function usesIn(sources: readonly Source[]): Uses {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const uses = new Map<Place, ReadonlySet<Place>>();
  for (const source of sources) {
    const declared = declaredIn(source);
    const bindings = bindingsIn(source, byPath);
    for (const [name, nodes] of declared) {
      const used = new Set<Place>();
      for (const node of nodes) {
        visit(node, (seen, member) => {
          const binding = bindings.get(seen);
          const there = binding?.name ?? member;
          if (binding !== undefined && there !== null) used.add(placeOf(binding.path, there));
          if (declared.has(seen)) used.add(placeOf(source.path, seen));
        });
      }
      uses.set(placeOf(source.path, name), used);
    }
  }
  return uses;
}

/** The place of a name in a file. */
export function placeOf(path: string, name: string): Place {
  return `${path}#${name}`;
}

/** Everything that is used by some places, by what they use, and so on; themselves included. */
export function reachedFrom(uses: Uses, roots: readonly Place[]): ReadonlySet<Place> {
  const reached = new Set(roots);
  for (const place of reached) for (const used of uses.get(place) ?? []) reached.add(used);
  return reached;
}

/** Each name at the top of a file and what declares it. */
function declaredIn(source: Source): ReadonlyMap<string, readonly Node[]> {
  const declared = new Map<string, readonly Node[]>();
  for (const statement of syntaxOf(source).statements) {
    const declaration = child(statement, 'declaration') ?? statement;
    const name = nameOf(child(declaration, 'id'));
    if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
      declared.set(name, [declaration]);
    }
    if (declaration.type !== 'VariableDeclaration') continue;
    for (const declarator of childrenOf(declaration)) {
      const value = child(declarator, 'init');
      declared.set(nameOf(child(declarator, 'id')), value ? [value] : []);
    }
  }
  return declared;
}

function bindingsIn(
  source: Source,
  byPath: ReadonlyMap<string, Source>,
): ReadonlyMap<string, Binding> {
  const bindings = new Map<string, Binding>();
  for (const statement of syntaxOf(source).statements) {
    if (statement.type !== 'ImportDeclaration' || statement['importKind'] === 'type') continue;
    const specifier = String(child(statement, 'source')?.['value']);
    const path = `${posix.join(posix.dirname(source.path), specifier)}.ts`;
    if (!byPath.has(path)) continue;
    for (const one of childrenOf(statement)) {
      if (!one.type.startsWith('Import') || one['importKind'] === 'type') continue;
      const isAll = one.type === 'ImportNamespaceSpecifier';
      const name = isAll ? null : nameOf(child(one, 'imported'));
      bindings.set(nameOf(child(one, 'local')), { path, name });
    }
  }
  return bindings;
}

/** Tells of every name that is read in a node, and of its member when it has one: `rig.start`. */
function visit(node: Node, tell: (name: string, member: string | null) => void): void {
  const isComputed = node['computed'] === true;
  if (node.type === 'Identifier') return tell(nameOf(node), null);
  if (node.type.startsWith('TS')) {
    const expression = EXPRESSIONS.includes(node.type) ? child(node, 'expression') : undefined;
    if (expression) visit(expression, tell);
    return;
  }
  const object = child(node, 'object');
  const property = child(node, 'property');
  if (node.type === 'MemberExpression' && object && property && !isComputed) {
    if (object.type === 'Identifier') return tell(nameOf(object), nameOf(property));
    return visit(object, tell);
  }
  const key = isComputed ? undefined : child(node, 'key');
  for (const below of childrenOf(node)) if (below !== key) visit(below, tell);
}

function nameOf(node: Node | undefined): string {
  const name = node?.['name'];
  return typeof name === 'string' ? name : '';
}
