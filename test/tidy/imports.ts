import { posix } from 'node:path';
import { child, children, type Node, type Source, textOf } from './sources.ts';

/** One import: of which file or package, which names, and whether it is there at run time. */
export interface Import {
  /** A path from the root for a file of ours, else the package as it is written. */
  readonly target: string;
  readonly isOurs: boolean;
  readonly names: readonly string[];
  readonly isTypeOnly: boolean;
}

const nameOf = (node: Node, property: string): string => {
  const name = child(node, property);
  return textOf(name, 'name') || textOf(name, 'value');
};

function namesOf(node: Node): string[] {
  const specifiers = children(node, 'specifiers');
  if (node.type === 'ExportAllDeclaration') return ['*'];
  return specifiers.map((specifier) => {
    if (specifier.type === 'ImportNamespaceSpecifier') return '*';
    if (specifier.type === 'ImportDefaultSpecifier') return 'default';
    return nameOf(specifier, specifier.type === 'ExportSpecifier' ? 'local' : 'imported');
  });
}

function typeOnly(node: Node): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const specifiers = children(node, 'specifiers');
  return (
    specifiers.length > 0 &&
    specifiers.every((each) => each.importKind === 'type' || each.exportKind === 'type')
  );
}

/** What a source imports or re-exports, dynamic imports and module URLs of literal text included. */
export function importsOf({ path, program, text }: Source): Import[] {
  const resolve = (from: string) => {
    const isOurs = from.startsWith('.');
    return { isOurs, target: isOurs ? posix.join(posix.dirname(path), from) : from };
  };
  const found = children(program, 'body').flatMap((node): Import[] => {
    const from = child(node, 'source');
    if (!from) return [];
    return [{ ...resolve(textOf(from, 'value')), names: namesOf(node), isTypeOnly: typeOnly(node) }];
  });
  const dynamic = [...text.matchAll(/\bimport\((?:'|")([^'"]+)(?:'|")\)/g)].map((match) => ({
    ...resolve(match[1] ?? ''),
    names: ['*'],
    isTypeOnly: false,
  }));
  return [...found, ...dynamic];
}

function declared(declaration: Node): string[] {
  if (declaration.type !== 'VariableDeclaration') return [nameOf(declaration, 'id')];
  return children(declaration, 'declarations').map((each) => nameOf(each, 'id'));
}

const isType = (declaration: Node) => /^TS(Interface|TypeAlias)Declaration$/.test(declaration.type);

/**
 * The names a source offers to others. A type that the same file uses is left out: it says what an exported function
 * takes or gives, and is there to be read even if nobody has to write it.
 */
export function exportsOf({ program, text }: Source): string[] {
  return children(program, 'body').flatMap((node) => {
    if (node.type === 'ExportDefaultDeclaration') return ['default'];
    if (node.type !== 'ExportNamedDeclaration') return [];
    const declaration = child(node, 'declaration');
    if (!declaration) return children(node, 'specifiers').map((each) => nameOf(each, 'exported'));
    const names = declared(declaration);
    const isUsedHere = (name: string) => text.split(new RegExp(`\\b${name}\\b`)).length > 2;
    return isType(declaration) ? names.filter((name) => !isUsedHere(name)) : names;
  });
}

/** Circles of imports that exist at run time; each is told once, as the files it goes through. */
export function circles(sources: readonly Source[]): string[][] {
  const graph = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source)
        .filter((each) => each.isOurs && !each.isTypeOnly)
        .map((each) => each.target),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const found: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path]);
      return;
    }
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}
