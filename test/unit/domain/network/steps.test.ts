import { describe, expect, test } from 'vitest';
import {
  alwaysInForce,
  inForceOn,
  type LinkLife,
  type LinkSide,
  type LinkState,
  linkStates,
} from '../../../../schema/domain/network/link.ts';
import {
  answerLink,
  endLink,
  type LinkDecider,
  type LinkVerb,
  placedInForce,
  reinstateLink,
  requestLink,
  suspendLink,
  verbsOf,
} from '../../../../schema/domain/network/steps.ts';
import { isRefusal, type Refusal } from '../../../../schema/domain/refusal.ts';

const on = (today: string, side: LinkSide = 'tenant'): LinkDecider => ({
  at: Date.parse(`${today}T09:00:00Z`),
  today,
  side,
  name: side === 'tenant' ? 'Ada Obi' : 'Chi Clerk',
});
const other = (side: LinkSide): LinkSide => (side === 'tenant' ? 'facility' : 'tenant');

function done(result: LinkLife | Refusal): LinkLife {
  if (isRefusal(result)) throw new Error(result.message);
  return result;
}
const code = (result: LinkLife | Refusal) => (isRefusal(result) ? result.code : result.state);

const requested = (side: LinkSide, from?: string) =>
  done(requestLink(null, { from, message: 'Please.' }, on('2026-11-02', side), true));
const approved = (from?: string) => {
  const link = requested('tenant', from);
  return done(answerLink(link, { accept: true, version: link.version }, on('2026-11-05', 'facility')));
};
const suspended = () => done(suspendLink(approved(), { reason: 'Late.', version: 2 }, on('2026-11-20')));

const inState: Record<LinkState, (askedBy: LinkSide) => LinkLife> = {
  REQUESTED: (askedBy) => requested(askedBy),
  APPROVED: () => approved(),
  DECLINED: (askedBy) =>
    done(answerLink(requested(askedBy), { accept: false, version: 1 }, on('2026-11-05', other(askedBy)))),
  SUSPENDED: suspended,
  ENDED: () => done(endLink(approved(), { reason: 'Over.', version: 2 }, on('2026-11-20'))),
};

const attempts: Record<LinkVerb, (link: LinkLife, side: LinkSide) => LinkLife | Refusal> = {
  request: (link, side) => requestLink(link, {}, on('2026-11-25', side), true),
  accept: (link, side) => answerLink(link, { accept: true, version: link.version }, on('2026-11-25', side)),
  decline: (link, side) => answerLink(link, { accept: false, version: link.version }, on('2026-11-25', side)),
  withdraw: (link, side) =>
    answerLink(link, { accept: false, version: link.version }, on('2026-11-25', side)),
  suspend: (link, side) =>
    suspendLink(link, { reason: 'So.', version: link.version }, on('2026-11-25', side)),
  reinstate: (link, side) => reinstateLink(link, { version: link.version }, on('2026-11-25', side)),
  end: (link, side) => endLink(link, { reason: 'So.', version: link.version }, on('2026-11-25', side)),
};
const sides: LinkSide[] = ['tenant', 'facility'];
/** Only the tenant suspends and reinstates: that is a matter of permissions, not of the link's state. */
const ofTenant: LinkVerb[] = ['suspend', 'reinstate'];
const same: Partial<Record<LinkVerb, LinkVerb>> = { withdraw: 'decline', decline: 'withdraw' };

describe('what is offered is possible, and what is not offered is refused', () => {
  for (const state of linkStates)
    for (const askedBy of sides)
      for (const side of sides)
        test(`${state}, asked by the ${askedBy}, for the ${side}`, () => {
          const link = inState[state](askedBy);
          const offered = verbsOf(link, side);
          for (const [verb, attempt] of Object.entries(attempts)) {
            const each = verb as LinkVerb;
            if (side === 'facility' && ofTenant.includes(each)) continue;
            const may = offered.includes(each) || offered.includes(same[each] ?? each);
            expect([each, isRefusal(attempt(link, side))]).toEqual([each, !may]);
          }
        });
});

test('nobody is linked with whom nothing is: one can only ask', () => {
  expect(verbsOf(null, 'tenant')).toEqual(['request']);
});

test('what has changed meanwhile is not acted upon, whatever it is', () => {
  const link = approved();
  expect(code(endLink(link, { reason: 'So.', version: 1 }, on('2026-11-06')))).toBe('stale');
  expect(code(answerLink(link, { accept: true, version: 1 }, on('2026-11-06')))).toBe('stale');
});

test('two sides that ask each other: the second is told to accept', () => {
  const link = requested('tenant');
  const second = requestLink(link, {}, on('2026-11-02', 'facility'), true);
  expect(isRefusal(second) && second.message).toBe('They have asked you already: accept their request.');
  expect(code(requestLink(link, {}, on('2026-11-02'), true))).toBe('wrong_state');
});

test('every step says who, when, for which side and why', () => {
  expect(suspended().history).toEqual([
    {
      at: Date.parse('2026-11-02T09:00:00Z'),
      state: 'REQUESTED',
      side: 'tenant',
      by: 'Ada Obi',
      reason: 'Please.',
    },
    {
      at: Date.parse('2026-11-05T09:00:00Z'),
      state: 'APPROVED',
      side: 'facility',
      by: 'Chi Clerk',
      reason: null,
    },
    {
      at: Date.parse('2026-11-20T09:00:00Z'),
      state: 'SUSPENDED',
      side: 'tenant',
      by: 'Ada Obi',
      reason: 'Late.',
    },
  ]);
  expect(suspended().version).toBe(3);
});

describe('days in force', () => {
  const days = (link: LinkLife, ...dates: string[]) => dates.filter((date) => inForceOn(link, date));

  test('from the day on which it was accepted', () => {
    expect(days(approved(), '2026-11-04', '2026-11-05', '2030-01-01')).toEqual(['2026-11-05', '2030-01-01']);
  });
  test('from the day that was asked for, before or after that', () => {
    expect(days(approved('2026-10-01'), '2026-09-30', '2026-10-01')).toEqual(['2026-10-01']);
    expect(days(approved('2026-12-01'), '2026-11-30', '2026-12-01')).toEqual(['2026-12-01']);
  });
  test('a first day that is more than a year away is refused', () => {
    const asked = (from: string) => code(requestLink(null, { from }, on('2026-11-02'), true));
    expect(['2025-11-01', '2027-11-03'].map(asked)).toEqual(['REQUESTED', 'REQUESTED']);
    expect(['2025-10-31', '2027-11-04'].map(asked)).toEqual(['invalid', 'invalid']);
  });
  test('a suspension begins on its day; a reinstatement on its own', () => {
    const back = done(reinstateLink(suspended(), { version: 3 }, on('2026-11-25')));
    expect(days(back, '2026-11-19', '2026-11-20', '2026-11-24', '2026-11-25')).toEqual([
      '2026-11-19',
      '2026-11-25',
    ]);
  });
  test('suspended and reinstated on one day it was always in force', () => {
    const back = done(reinstateLink(suspended(), { version: 3 }, on('2026-11-20')));
    expect(back.inForce).toEqual([{ from: '2026-11-05', to: null }]);
  });
  test('the day on which it ended is its last', () => {
    expect(days(inState.ENDED('tenant'), '2026-11-20', '2026-11-21')).toEqual(['2026-11-20']);
  });
  test('one that ended while it was suspended was last in force before that', () => {
    const ended = done(endLink(suspended(), { reason: 'Over.', version: 3 }, on('2026-11-25')));
    expect(days(ended, '2026-11-19', '2026-11-20', '2026-11-25')).toEqual(['2026-11-19']);
  });
  test('suspended before its first day it never was, and begins on that day when it is reinstated', () => {
    const link = done(suspendLink(approved('2026-12-01'), { reason: 'Wait.', version: 2 }, on('2026-11-10')));
    expect(link.inForce).toEqual([]);
    const back = done(reinstateLink(link, { version: 3 }, on('2026-11-12')));
    expect(back.inForce).toEqual([{ from: '2026-12-01', to: null }]);
  });
  test('asked for again, it cannot begin before it ended', () => {
    const again = done(
      requestLink(inState.ENDED('tenant'), { from: '2026-11-10' }, on('2026-11-30', 'facility'), true),
    );
    const link = done(answerLink(again, { accept: true, version: again.version }, on('2026-12-01')));
    expect(link.inForce).toEqual([{ from: '2026-11-05', to: null }]);
    expect(link.startsOn).toBe('2026-11-21');
  });
  test('a facility without a portal has nobody to ask: it is linked at once', () => {
    const ended = done(endLink(alwaysInForce, { reason: 'Over.', version: 1 }, on('2026-11-20')));
    const again = done(requestLink(ended, {}, on('2026-11-25'), false));
    expect(again.state).toBe('APPROVED');
    expect(again.history.map(({ state }) => state)).toEqual(['ENDED', 'REQUESTED', 'APPROVED']);
  });
  test('the platform places a link in force, and leaves one that is there as it is', () => {
    expect(placedInForce(requested('facility'), on('2026-11-03')).state).toBe('APPROVED');
    expect(placedInForce(suspended(), on('2026-11-25'))).toEqual(suspended());
    expect(placedInForce(alwaysInForce, on('2026-11-25'))).toBe(alwaysInForce);
  });
});
