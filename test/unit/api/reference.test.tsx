import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ReferencePage } from '../../../views/docs/reference-page.tsx';
import { problems } from '../../../worker/api/problems.ts';
import { operations } from '../../../worker/api/v1/routes.ts';
import { referenceOf } from '../../../worker/docs/reference-of.ts';

const html = renderToString(<ReferencePage reference={referenceOf('https://vetra.example')} />);
const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));

test('every operation and every problem has its place', () => {
  for (const { id } of operations) expect(ids).toContain(id);
  for (const code of Object.keys(problems)) expect(ids).toContain(`problem-${code}`);
});

test('every link within the page leads somewhere, and no id stands twice', () => {
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.filter((id) => !ids.has(id))).toEqual([]);
  const all = [...html.matchAll(/ id="([^"]+)"/g)];
  expect(all.length).toBe(ids.size);
});

test('examples call the origin that serves them', () => {
  const hosts = new Set([...html.matchAll(/https?:\/\/[^/'"&<\s]+/g)].map(([host]) => host));
  expect([...hosts]).toEqual(['https://vetra.example']);
});
