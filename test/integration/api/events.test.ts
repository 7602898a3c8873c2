import { exports } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { type EventView, eventPage } from '../../../schema/api/event-view.ts';
import { makeApiKey } from '../../../worker/directory/make-api-key.ts';
import {
  aClaim,
  anInsurer,
  ask,
  file,
  type Insurer,
  origin,
  tenantDoes,
  tenantKey,
} from './an-integrator.ts';

let insurer: Insurer;
let number: string;

const events = async (query: Record<string, string> = {}, key = insurer.key) => {
  const { status, body } = await ask('GET', `/v1/events?${new URLSearchParams(query)}`, { key });
  expect(status).toBe(200);
  expect(eventPage.safeParse(body).error?.issues ?? []).toEqual([]);
  return eventPage.parse(body);
};
const kinds = (data: EventView[]) => data.map((event) => event.kind);

beforeAll(async () => {
  insurer = await anInsurer();
  number = await file(insurer.key, { externalId: 'visit-1' });
  await tenantDoes(insurer.tenantId, { type: 'TakeClaim', input: { number } });
  await tenantDoes(insurer.tenantId, {
    type: 'RejectClaim',
    input: { number, version: 2, reasons: ['50'], sentence: 'Not needed, Ngozi.' },
  });
});

describe('events', () => {
  test('say what happened, in order, with figures and numbers', async () => {
    const { data, next, more } = await events();
    expect(kinds(data)).toEqual([
      'FacilityChanged',
      'FacilityChanged',
      'ServiceChanged',
      'ServiceChanged',
      'EnrolleeChanged',
      'ClaimSubmitted',
      'ClaimTaken',
      'ClaimRejected',
    ]);
    expect(data.map((event) => event.seq)).toEqual(data.map((event) => event.seq).toSorted((a, b) => a - b));
    expect(more).toBe(false);
    expect(next).toBe(data.at(-1)?.seq);
    expect(data[0]?.subject).toEqual({ about: 'facility', id: 'fac-a' });
    expect(data[2]?.subject).toEqual({ about: 'service', id: 'CONS' });
    expect(data[4]?.subject).toEqual({ about: 'enrollee', id: 'TST-INDV-00001-P' });
    expect(data[5]).toMatchObject({
      subject: { about: 'claim', id: number },
      state: 'RECEIVED',
      version: 1,
      claimed: 1_000_000,
    });
    expect(data[7]).toMatchObject({ state: 'REJECTED', version: 3 });
  });

  test('hold no name, no diagnosis and no sentence', async () => {
    const text = JSON.stringify(await events());
    for (const personal of ['Ngozi', 'Ade', 'B50', 'Bello', '1990', 'Lagoon', 'Integrator'])
      expect(text).not.toContain(personal);
  });

  test('are the same page by page, and go on after the last', async () => {
    const whole = await events();
    for (const limit of ['1', '3', '8']) {
      const found: EventView[] = [];
      for (let after = 0, more = true; more; ) {
        const page = await events({ limit, after: String(after) });
        found.push(...page.data);
        ({ next: after, more } = page);
      }
      expect(found).toEqual(whole.data);
    }
    const none = await events({ after: String(whole.next) });
    expect(none).toEqual({ data: [], next: whole.next, more: false });
    await file(insurer.key);
    const fresh = await events({ after: String(whole.next) });
    expect(kinds(fresh.data)).toEqual(['ClaimSubmitted']);
  });

  test('are those that the scopes of the key show', async () => {
    const key = await tenantKey(insurer.tenantId, ['claim.view', 'service.view']);
    expect(new Set((await events({}, key)).data.map((event) => event.subject.about))).toEqual(
      new Set(['claim', 'service']),
    );
  });

  test('of another tenant are not there', async () => {
    const stranger = await anInsurer();
    expect(JSON.stringify(await events({}, stranger.key))).not.toContain(number);
  });

  test('after a number that is still to come is an empty page that does not go back', async () => {
    expect(await events({ after: '9007199254740991' })).toEqual({
      data: [],
      next: 9007199254740991,
      more: false,
    });
  });

  test.each(['-1', '1.5', 'x', '9007199254740993'])('after %s is refused', async (after) => {
    const { status, body } = await ask('GET', `/v1/events?after=${after}`, { key: insurer.key });
    expect([status, body.errors[0]?.field]).toEqual([422, 'after']);
  });

  test('a repeated filing is no event', async () => {
    const { next } = await events();
    const sent = { key: insurer.key, idempotencyKey: 'again', body: aClaim() };
    await ask('POST', '/v1/claims', sent);
    await ask('POST', '/v1/claims', sent);
    expect((await events({ after: String(next) })).data).toHaveLength(1);
  });
});

/** Reads a stream of events piece by piece. */
async function listen(key: string, query: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await exports.default.fetch(`${origin}/v1/events?${new URLSearchParams(query)}`, {
    headers: { 'x-api-key': key, accept: 'text/event-stream', ...headers },
  });
  const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    /** Reads on until the stream has said this, or has ended. */
    async until(words: RegExp): Promise<string> {
      while (!words.test(text)) {
        const { done, value = '' } = await reader.read();
        if (done) return `${text}(end)`;
        text += value;
      }
      return text;
    },
    close: () => reader.cancel(),
  };
}

describe('a stream of events', () => {
  test('tells what has happened since, and then what happens', async () => {
    const { next } = await events();
    const before = await file(insurer.key);
    const stream = await listen(insurer.key, { after: String(next) });
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    expect(await stream.until(new RegExp(before))).toMatch(/^id: \d+\nevent: ClaimSubmitted\ndata: \{"seq":/);
    const after = await file(insurer.key);
    const told = await stream.until(new RegExp(after));
    const seqs = [...told.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq));
    expect(seqs).toHaveLength(2);
    await stream.close();
  });

  test('goes on after the last event that its reader has had', async () => {
    const { data, next } = await events();
    const last = data.at(-2)?.seq;
    const stream = await listen(insurer.key, {}, { 'last-event-id': String(last) });
    const told = await stream.until(/\n\n/);
    expect([...told.matchAll(/^id: (\d+)$/gm)].map(([, seq]) => Number(seq))).toEqual([next]);
    await stream.close();
  });

  test('ends when its key is revoked', async () => {
    const { id, key, secretHash } = makeApiKey();
    const input = { id, name: 'Short', scopes: ['claim.view'], secretHash };
    await tenantDoes(insurer.tenantId, { type: 'IssueApiKey', input });
    const { next } = await events();
    const stream = await listen(key, { after: String(next) });
    await stream.until(/nothing new/);
    await tenantDoes(insurer.tenantId, { type: 'RevokeApiKey', input: { id } });
    const number = await file(insurer.key);
    const told = await stream.until(/this is never said/);
    expect(told).toMatch(/\(end\)$/);
    expect(told).not.toContain(number);
  });

  test('is opened by those alone who may ask for events', async () => {
    const key = await tenantKey(insurer.tenantId, ['service.view']);
    const refused = await listen(key, {});
    expect(refused.response.status).toBe(403);
    await refused.close();
  });
});
