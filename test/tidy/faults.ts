import { importsOf } from './imports.ts';
import { child, children, type Node, placeOf, type Source, textOf, walk } from './sources.ts';

const nodesOf = ({ program }: Source): Node[] => [...walk(program)];

/** What a literal or a template begins with, or an empty text. */
function beginning(node: Node | null): string {
  if (!node) return '';
  if (node.type === 'Literal') return textOf(node, 'value');
  if (node.type === 'JSXExpressionContainer') return beginning(child(node, 'expression'));
  if (node.type !== 'TemplateLiteral') return '';
  const first = children(node, 'quasis')[0];
  const value = first?.value;
  return typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : '';
}

const memberText = (source: Source, node: Node): string => source.text.slice(node.start, node.end);

/** Time, chance, waiting and the outside world, in a place where everything has to be handed in. */
export function impurities(source: Source): string[] {
  const imported = importsOf(source)
    .filter(({ target, isOurs }) => !(isOurs && target.startsWith('schema/domain/')))
    .map(({ target }) => `${source.path} imports ${target}: the domain uses nothing but itself`);
  const found = nodesOf(source).flatMap((node) => {
    const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
    const callee = isCall ? memberText(source, child(node, 'callee') ?? node) : '';
    const asks = /^(fetch|Date\.now|Math\.random|performance\.now|crypto\.\w+|setTimeout)$/.test(callee);
    const now =
      node.type === 'NewExpression' && callee === 'Date' && children(node, 'arguments').length === 0;
    if (node.type === 'AwaitExpression') return [`${placeOf(source, node)} waits: a rule answers at once`];
    return asks || now ? [`${placeOf(source, node)} asks ${callee}: take it as an argument`] : [];
  });
  return [...imported, ...found];
}

const addressAttributes =
  /^(href|action|formaction|src|hx-(get|post|put|patch|delete|push-url|replace-url))$/;
const routing = /\.(get|post|put|patch|delete|on|all|use|route|redirect)$/;

/** Addresses written where views/paths.ts has to be asked. */
export function literalAddresses(source: Source): string[] {
  return nodesOf(source).flatMap((node) => {
    if (node.type === 'JSXAttribute') {
      const name = textOf(child(node, 'name'), 'name');
      const value = beginning(child(node, 'value'));
      const isAddress = addressAttributes.test(name) && /^(\/|https?:)/.test(value);
      return isAddress ? [`${placeOf(source, node)} ${name}="${value}": build it with views/paths.ts`] : [];
    }
    if (node.type !== 'CallExpression') return [];
    const callee = memberText(source, child(node, 'callee') ?? node);
    const value = beginning(children(node, 'arguments')[0] ?? null);
    const isRoute = routing.test(callee) && /^\/[\w:*-]/.test(value);
    return isRoute ? [`${placeOf(source, node)} ${value}: take it from patterns in views/paths.ts`] : [];
  });
}

/** Headers of htmx named in code. */
export function strayHxNames(source: Source): string[] {
  return nodesOf(source)
    .filter((node) => node.type === 'Literal' && /^HX-/.test(textOf(node, 'value')))
    .map((node) => `${placeOf(source, node)} ${textOf(node, 'value')}: ask worker/render.tsx for it`);
}

function bannedAttribute(source: Source, node: Node): string[] {
  const name = source.text.slice(child(node, 'name')?.start ?? 0, child(node, 'name')?.end ?? 0);
  const value = beginning(child(node, 'value'));
  const needsEval =
    /^hx-on/.test(name) || /^js:/.test(value) || (name === 'hx-trigger' && value.includes('['));
  if (needsEval)
    return [
      `${placeOf(source, node)} ${name} needs eval, which the page forbids: put it in the client script`,
    ];
  return name === 'style'
    ? [`${placeOf(source, node)} style="…" is refused by the page's policy: use a class`]
    : [];
}

/** Casts that no check stands behind, `any`, and attributes of htmx that the page's policy forbids. */
export function bannedSyntax(source: Source): string[] {
  return nodesOf(source).flatMap((node) => {
    if (node.type === 'JSXAttribute') return bannedAttribute(source, node);
    if (node.type === 'TSAnyKeyword')
      return [`${placeOf(source, node)} any: say what it is, or unknown and check it`];
    if (node.type !== 'TSAsExpression') return [];
    const inner = child(node, 'expression');
    if (inner?.type === 'TSAsExpression') {
      const isConst = memberText(source, inner).endsWith('as const');
      return isConst
        ? []
        : [`${placeOf(source, node)} a cast through unknown: check it, or say it in the types`];
    }
    const read = /^\(?(await )?[\w.()]*(JSON\.parse\(|\.json\(\))/.test(memberText(source, inner ?? node));
    return read ? [`${placeOf(source, node)} a cast of what came from outside: read it with a schema`] : [];
  });
}

const leftOvers: readonly [RegExp, string][] = [
  [new RegExp(`\\b(${['TO', 'DO'].join('')}|FIX${'ME'})\\b`), 'do it now, or write it down elsewhere'],
  [new RegExp(`@ts-(${['ignore', 'nocheck', 'expect-error'].join('|')})`), 'say it in the types'],
  [/\bbiome-ignore\b(?!.*: \S)/, 'say after the colon why the rule does not hold here'],
  [new RegExp(`["'\` (]/${'work'}/`), 'name no place outside the repository'],
];

/** Words that mean that something was left undone, or that a machine of ours is named. */
export function textFaults({ path, text }: Pick<Source, 'path' | 'text'>): string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      leftOvers
        .filter(([pattern]) => pattern.test(line))
        .map(([, advice]) => `${path}:${index + 1} ${line.trim()}: ${advice}`),
    );
}

/** Exported declarations without a docstring before them. */
export function missingDocs(source: Source): string[] {
  return children(source.program, 'body')
    .filter((node) => node.type === 'ExportNamedDeclaration' && child(node, 'declaration'))
    .filter((node) => !source.text.slice(0, node.start).trimEnd().endsWith('*/'))
    .map(
      (node) =>
        `${placeOf(source, node)} ${source.text.slice(node.start, node.end).split('\n')[0]}: say what it means`,
    );
}
