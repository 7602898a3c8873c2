import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { gonePiece, rowPiece } from './pages.tsx';
import { focusOf, Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(() => stage.fresh());
afterEach(() => expect(stage.faults).toEqual([]));
afterAll(() => stage.close());

const bell = (seq: number, count: number) =>
  `${seq} <hx-partial id="bell-count" hx-swap="outerMorph"><b class="count" id="bell-count">${count}</b></hx-partial>`;

async function queue() {
  const page = await stage.page('/queue');
  await expect.poll(() => stage.socketCount).toBe(1);
  return page;
}

test('asks for what came after the rows it was rendered with, about what it looks at', async () => {
  await queue();
  expect(stage.opened).toEqual(['/live?since=10&see=queue']);
});

test('a row changes in place and keeps the focus', async () => {
  const page = await queue();
  await page.focus('#c-A2 a');
  stage.send(`11 ${rowPiece('A2', 'Somebody else')}`);
  await page.getByText('Somebody else').waitFor();
  expect(await focusOf(page)).toBe('c-A2');
});

test('the focus of a row that goes away moves to the next one', async () => {
  const page = await queue();
  await page.focus('#c-A2 a');
  stage.send(`11 ${gonePiece('A2')}`);
  await page.locator('#c-A2').waitFor({ state: 'detached' });
  await expect.poll(() => focusOf(page)).toBe('c-A3');
});

test('what the page was rendered with, and what came twice, is dropped', async () => {
  const page = await queue();
  stage.send(bell(9, 99));
  stage.send(
    '11 <hx-partial hx-target="#rows" hx-swap="beforeend"><tr class="twice"><th scope="row">B</th></tr></hx-partial>',
  );
  stage.send(
    '11 <hx-partial hx-target="#rows" hx-swap="beforeend"><tr class="twice"><th scope="row">B</th></tr></hx-partial>',
  );
  stage.send(bell(12, 7));
  await expect.poll(() => page.textContent('#bell-count')).toBe('7');
  expect(await page.locator('.twice').count()).toBe(1);
});

test('a frame with number 0 is applied every time', async () => {
  const page = await queue();
  stage.send(bell(0, 3));
  await expect.poll(() => page.textContent('#bell-count')).toBe('3');
});

test('figures come by the names of their places, and what has no place here is left', async () => {
  const page = await queue();
  stage.send('11 !counts elsewhere=3 open=12,345');
  await expect.poll(() => page.textContent('#count-open')).toBe('12,345');
});

test('words for those who cannot see reach the one status', async () => {
  const page = await queue();
  stage.send('11 <hx-partial id="status" hx-swap="innerHTML">A2 was queried</hx-partial>');
  await expect.poll(() => page.textContent('#status')).toBe('A2 was queried');
});

test('after a break it asks for what it missed', async () => {
  const page = await queue();
  stage.send(bell(15, 1));
  await expect.poll(() => page.textContent('#bell-count')).toBe('1');
  await stage.cut(4000);
  await expect.poll(() => stage.opened.at(-1), { timeout: 8000 }).toBe('/live?since=15&see=queue');
  expect(stage.opened).toHaveLength(2);
});

test('too long a break: the page fetches its own main once', async () => {
  const page = await queue();
  stage.requests.length = 0;
  stage.send('40 !stale');
  await expect
    .poll(() => stage.requests.filter(({ path, piece }) => path === '/queue' && piece).length)
    .toBe(1);
  stage.send(bell(41, 4));
  await expect.poll(() => page.textContent('#bell-count')).toBe('4');
});

test('a navigation says what is looked at now, without another socket', async () => {
  const page = await queue();
  await page.click('#c-A2 a');
  await expect.poll(() => stage.said).toContain('see 11 claim:A2');
  expect(stage.opened).toHaveLength(1);
});

test('one socket serves every tab, and another tab takes over', async () => {
  const first = await queue();
  const second = await stage.page('/claim');
  await expect.poll(() => stage.said.at(-1)).toBe('see 11 queue,claim:A2');
  stage.send(bell(20, 8));
  await expect.poll(() => second.textContent('#bell-count')).toBe('8');
  await first.close();
  await expect.poll(() => stage.opened.at(-1)).toBe('/live?since=20&see=claim:A2');
  stage.send(bell(21, 9));
  await expect.poll(() => second.textContent('#bell-count')).toBe('9');
});

test.each(['0 !end', 'close code'])('%s empties every tab and shows what covers it', async (way) => {
  const first = await queue();
  const second = await stage.page('/claim');
  await expect.poll(() => stage.said.length).toBeGreaterThan(0);
  if (way === '0 !end') stage.send(way);
  else await stage.cut(4401);
  for (const page of [first, second]) await page.waitForURL('**/locked');
  expect(await first.textContent('h1')).toBe('Screen locked');
});

test('where sockets do not open, the same frames come as server-sent events', async () => {
  await stage.fresh({}, false);
  const page = await stage.page('/queue');
  await expect.poll(() => stage.opened, { timeout: 8000 }).toEqual(['/live/events?since=10&see=queue']);
  stage.send(bell(11, 7));
  await expect.poll(() => page.textContent('#bell-count')).toBe('7');
  await page.click('#c-A2 a');
  await expect.poll(() => stage.opened.at(-1)).toBe('/live/events?since=11&see=claim:A2');
  stage.faults.length = 0;
});

test('an alert arrives by its address, is modal, and gives the focus back', async () => {
  const page = await queue();
  await page.focus('#c-A2 a');
  stage.send(
    '11 <hx-partial id="alert" hx-swap="outerHTML"><div id="alert" hx-get="/alerts/1" hx-trigger="load" hx-swap="innerHTML"></div></hx-partial>',
  );
  await page.locator('dialog:modal').waitFor();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Are you here now?');
  stage.send('12 <hx-partial id="alert" hx-swap="innerHTML"></hx-partial>');
  await expect.poll(() => focusOf(page)).toBe('c-A2');
});
