import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseAst } from 'vitest/node';
import { root } from '../../selfhost/build/places.ts';

/** A node of the syntax tree: what kind it is, where it stands, and whatever else its kind has. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [property: string]: unknown;
}

/** One file of the product or of its tests, read and parsed. */
export interface Source {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly program: Node;
}

const directories = ['schema', 'views', 'durable-objects', 'worker', 'selfhost', 'test', 'examples'];

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** A property of a node that is itself a node, or null. */
export function child(node: Node, property: string): Node | null {
  const value = node[property];
  return isNode(value) ? value : null;
}

/** A property of a node that is a list of nodes; what is no node in it is left out. */
export function children(node: Node, property: string): Node[] {
  const value = node[property];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A property of a node that is text, or an empty one. */
export function textOf(node: Node | null, property: string): string {
  const value = node?.[property];
  return typeof value === 'string' ? value : '';
}

/** Every node of a tree, parents before children. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) {
    for (const item of Array.isArray(value) ? value : [value]) if (isNode(item)) yield* walk(item);
  }
}

/** The number of the line on which a node begins, from 1. */
export const lineAt = ({ text }: Source, offset: number): number => text.slice(0, offset).split('\n').length;

/** Where a node stands, as an editor understands it. */
export const placeOf = (source: Source, node: Node): string => `${source.path}:${lineAt(source, node.start)}`;

function parse(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const program: unknown = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts', astType: 'ts' }, path);
  if (!isNode(program)) throw new Error(`${path} was not parsed`);
  return { path, text, lines: text.trimEnd().split('\n').length, program };
}

/** Paths of every file of one of these kinds under the product's directories. */
export async function pathsOf(...extensions: string[]): Promise<string[]> {
  const lists = await Promise.all(
    directories.map(async (directory) => {
      const entries = await readdir(join(root, directory), { recursive: true, withFileTypes: true }).catch(
        () => [],
      );
      return entries.filter((e) => e.isFile()).map((e) => relative(root, join(e.parentPath, e.name)));
    }),
  );
  return lists
    .flat()
    .filter((path) => extensions.some((extension) => path.endsWith(extension)))
    .sort();
}

/** Everything written in TypeScript, parsed. */
export async function readSources(): Promise<Source[]> {
  return (await pathsOf('.ts', '.tsx')).map(parse);
}
