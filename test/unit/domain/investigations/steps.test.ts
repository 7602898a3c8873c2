import { expect, test } from 'vitest';
import {
  type Investigation,
  investigationIdOf,
  investigationNumber,
} from '../../../../schema/domain/investigations/investigation.ts';
import {
  attached,
  close,
  detached,
  holdsNow,
  include,
  liftHold,
  note,
  openInvestigation,
  placeHold,
} from '../../../../schema/domain/investigations/steps.ts';
import { isRefusal, type Refusal } from '../../../../schema/domain/refusal.ts';
import { ada, tuesday } from '../claims/a-claim.ts';

const made = (investigation: Investigation | Refusal): Investigation => {
  if (isRefusal(investigation)) throw new Error(investigation.message);
  return investigation;
};
const event = { claim: 'CLM-26-000017', n: 1, rule: 'duplicate' } as const;
const opened = made(
  openInvestigation({ id: 12, title: 'Twice', events: [event], claims: ['CLM-26-000009'] }, ada),
);
const facility = { on: 'facility', of: 'sunrise', name: 'Sunrise Clinic' } as const;
const many = Array.from({ length: 501 }, (_, i) => `CLM-26-${String(i).padStart(6, '0')}`);

test('a number and its id', () => {
  expect(investigationNumber(12)).toBe('INV-000012');
  expect(investigationIdOf('INV-000012')).toBe(12);
  expect(investigationIdOf('CLM-26-000012')).toBeNull();
});

test('it begins with what is looked into, the claims of its events among them', () => {
  expect(opened).toMatchObject({
    number: 'INV-000012',
    state: 'OPEN',
    version: 1,
    events: [event],
    claims: ['CLM-26-000009', 'CLM-26-000017'],
    history: [{ what: 'opened', by: 'Ada Obi', at: tuesday }],
  });
  expect(openInvestigation({ id: 1, title: 'T', events: [], claims: many }, ada)).toMatchObject({
    code: 'invalid',
  });
});

test('more is looked into, each once', () => {
  const added = made(
    include(opened, { events: [event, { ...event, n: 2 }], claims: ['CLM-26-000010'] }, ada),
  );
  expect(added.claims).toEqual(['CLM-26-000009', 'CLM-26-000017', 'CLM-26-000010']);
  expect(added.events.map(({ n }) => n)).toEqual([1, 2]);
  expect(added.version).toBe(2);
  expect(include(opened, { events: [], claims: many }, ada)).toMatchObject({ code: 'invalid' });
});

test('notes are written, up to what a person can read', () => {
  const noted = made(note(opened, 'They were asked.', ada));
  expect(noted.notes).toEqual([{ at: tuesday, by: 'Ada Obi', text: 'They were asked.' }]);
  const full = { ...opened, notes: Array.from({ length: 500 }, () => ({ at: 1, by: 'A', text: 'T' })) };
  expect(note(full, 'One more.', ada)).toMatchObject({ code: 'wrong_state' });
});

test('it holds a thing once, until that is lifted', () => {
  const held = made(placeHold(opened, facility, ada));
  expect(holdsNow(held, facility)).toBe(true);
  expect(placeHold(held, facility, ada)).toMatchObject({ code: 'wrong_state' });
  const lifted = made(liftHold(held, facility, ada));
  expect(holdsNow(lifted, facility)).toBe(false);
  expect(lifted.holds).toMatchObject([{ liftedAt: tuesday, liftedBy: 'Ada Obi' }]);
  expect(liftHold(lifted, facility, ada)).toMatchObject({ code: 'wrong_state' });
  expect(made(placeHold(lifted, facility, ada)).holds).toHaveLength(2);
});

test('clearing lets go of all it holds; confirming leaves that to somebody', () => {
  const ever = made(
    liftHold(
      made(placeHold(opened, { ...facility, of: 'other' }, ada)),
      { on: 'facility', of: 'other' },
      ada,
    ),
  );
  const held = made(placeHold(ever, facility, ada));
  const closing = { version: held.version, reason: 'We asked.' };
  const cleared = made(close(held, { ...closing, verdict: 'CLEARED' }, { ...ada, at: tuesday + 1 }));
  expect(cleared).toMatchObject({ state: 'CLEARED', closed: { reason: 'We asked.', by: 'Ada Obi' } });
  expect(cleared.holds.map(({ liftedAt }) => liftedAt)).toEqual([tuesday, tuesday + 1]);
  const confirmed = made(close(held, { ...closing, verdict: 'CONFIRMED' }, ada));
  expect(holdsNow(confirmed, facility)).toBe(true);
  expect(made(liftHold(confirmed, facility, ada)).holds.every(({ liftedAt }) => liftedAt !== null)).toBe(
    true,
  );
});

test('a closed one takes no more, but for notes; and closing names what was seen', () => {
  const closing = { version: 1, verdict: 'CLEARED', reason: 'R' } as const;
  expect(close(opened, { ...closing, version: 7 }, ada)).toMatchObject({ code: 'stale' });
  const closed = made(close(opened, closing, ada));
  for (const refused of [
    close(closed, closing, ada),
    include(closed, { events: [], claims: [] }, ada),
    placeHold(closed, facility, ada),
  ])
    expect(refused).toMatchObject({
      code: 'wrong_state',
      message: 'Investigation INV-000012 is cleared: open a new one.',
    });
  expect(made(note(closed, 'Afterwards.', ada)).notes).toHaveLength(1);
});

test('it is about requests too, those of its events among them', () => {
  const event = { claim: 'PA-26-000002', n: 1, rule: 'not_me' } as const;
  const about = made(
    openInvestigation(
      { id: 13, title: 'Not me', events: [event], claims: [], authorizations: ['PA-26-000001'] },
      ada,
    ),
  );
  expect(about).toMatchObject({ claims: [], authorizations: ['PA-26-000001', 'PA-26-000002'] });
  const more = made(include(about, { events: [], claims: [], authorizations: ['PA-26-000003'] }, ada));
  expect(more.history.at(-1)?.detail).toBe('0 claims, 1 requests');
  const too = Array.from({ length: 101 }, (_, i) => `PA-26-${String(i + 10).padStart(6, '0')}`);
  expect(include(about, { events: [], claims: [], authorizations: too }, ada)).toMatchObject({
    code: 'invalid',
  });
});

test('files come to it also afterwards, and go only while it is open', () => {
  const withFile = attached(opened, ada);
  expect(withFile).toMatchObject({
    version: 2,
    history: [{ what: 'opened' }, { what: 'attached', by: ada.name }],
  });
  expect(made(detached(withFile, ada))).toMatchObject({ version: 3, state: 'OPEN' });
  const closed = made(close(withFile, { version: 2, verdict: 'CONFIRMED', reason: 'So it was.' }, ada));
  expect(attached(closed, ada).history.at(-1)?.what).toBe('attached');
  expect(detached(closed, ada)).toMatchObject({
    code: 'wrong_state',
    message: expect.stringMatching(/its files stay/),
  });
});

test('one of a check-in says which, and may begin with nothing filed', () => {
  const about = { id: 3, title: 'Not me', events: [], claims: [] };
  expect(openInvestigation({ ...about, visit: 'VIS-26-000001' }, ada)).toMatchObject({
    visit: 'VIS-26-000001',
    state: 'OPEN',
    claims: [],
  });
  expect(openInvestigation(about, ada)).not.toHaveProperty('visit');
});
