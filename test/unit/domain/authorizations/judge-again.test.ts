import { describe, expect, test } from 'vitest';
import { judge } from '../../../../schema/domain/adjudication/judge.ts';
import type {
  Authorization,
  AuthorizationLine,
} from '../../../../schema/domain/authorizations/authorization.ts';
import { judgedDay } from '../../../../schema/domain/authorizations/in-question.ts';
import {
  isToJudgeAgain,
  judgedAgain,
  leftInQuestion,
} from '../../../../schema/domain/authorizations/judge-again.ts';
import { possibleNow } from '../../../../schema/domain/authorizations/life.ts';
import { lastDecided } from '../../../../schema/domain/authorizations/reduced.ts';
import { standsFor } from '../../../../schema/domain/authorizations/stands-for.ts';
import type { Given, ToldPlan } from '../adjudication/case.ts';
import { type AskedFor, aCase, granted } from './a-case.ts';

const on = '2026-07-01';
const zone = 'Africa/Lagos';
const decidedAt = Date.UTC(2026, 4, 28, 9);
const told = { at: Date.UTC(2026, 6, 1, 0, 1), name: 'Vetra' };
const person = {
  plans: [
    { from: '2026-01-01', plan: 'GOLD' },
    { from: on, plan: 'SILVER' },
  ],
};

/** A code of 1 June that was granted as recommended under GOLD, for somebody on SILVER from July on. */
function aCode(
  silver: ToldPlan,
  asked: readonly AskedFor[],
  own: Partial<Authorization> = {},
  { encounterType = 'outpatient', ...given }: Given & { encounterType?: 'inpatient' | 'outpatient' } = {},
) {
  const { request, facts } = aCase(
    { person, plans: { SILVER: [silver] }, ...given },
    asked,
    { decidedAt, validFrom: '2026-05-28', validTo: '2026-07-20', ...own },
    encounterType,
  );
  const parts = request.lines.map(({ judged }) => ({
    approvedQuantity: judged?.approvedQuantity ?? 0,
    approved: judged?.approved ?? 0,
  }));
  const code = granted(request, parts);
  return { code: { ...code, approved: parts.reduce((so, { approved }) => so + approved, 0) }, facts };
}

function again(
  { code, facts }: ReturnType<typeof aCode>,
  change: (line: AuthorizationLine) => object = () => ({}),
) {
  const before = { ...code, lines: code.lines.map((line) => ({ ...line, ...change(line) })) };
  const judgement = judge(leftInQuestion(before, on), facts);
  const nameOf = (plan: string) => (plan === 'GOLD' ? 'Gold' : 'Silver');
  return judgedAgain(before, { on, plan: 'SILVER', judgement, nameOf }, told);
}

const scans = [{ service: 'SCAN', quantity: 4 }];
const textOf = ({ conversation }: Authorization) => conversation.at(-1)?.text ?? '';

describe('a move concerns', () => {
  const { code } = aCode({ benefits: { SCAN: {} } }, scans);
  const move = { on, plan: 'SILVER' };
  const is = (own: Partial<Authorization>) => isToJudgeAgain({ ...code, ...own }, move, zone);

  test('an open code that was issued before it, of which something is left', () => {
    expect(is({})).toBe(true);
    expect(is({ state: 'PARTIALLY_APPROVED' })).toBe(true);
    for (const state of ['REQUESTED', 'REJECTED', 'USED', 'EXPIRED', 'CANCELLED'] as const)
      expect(is({ state })).toBe(false);
    expect(is({ lines: code.lines.map((line) => ({ ...line, usedQuantity: 4 })) })).toBe(false);
    expect(is({ decidedAt: Date.UTC(2026, 5, 30, 23) })).toBe(false);
    expect(is({ decidedAt: null })).toBe(false);
  });

  test('no code that the new plan has judged already, nor one that was judged again', () => {
    expect(isToJudgeAgain(code, { on, plan: 'GOLD' }, zone)).toBe(false);
    const { moved } = again({ ...aCode({ benefits: { SCAN: {} } }, scans) });
    expect(is({ moved })).toBe(false);
    expect(is({ moved: moved && { ...moved, on: '2026-06-01' } })).toBe(true);
  });

  test('no admission that has begun, but one that is to come', () => {
    const admission = { from: '2026-06-30', days: 3, dischargedOn: null };
    expect(is({ admission })).toBe(false);
    expect(is({ admission: { ...admission, from: on } })).toBe(true);
  });
});

test('what is left is asked about on the day of the move, or on the planned day where that is later', () => {
  const { code } = aCode({}, [...scans, { service: 'XRAY' }]);
  const some = { ...code, lines: code.lines.map((line, i) => ({ ...line, usedQuantity: i === 0 ? 1 : 1 })) };
  expect(leftInQuestion(some, on)).toMatchObject({
    startDate: on,
    asksForPermission: true,
    lines: [{ line: 1, service: 'SCAN', quantity: 3, claimed: 3000, serviceDate: on }],
  });
  expect(leftInQuestion({ ...code, serviceDate: '2026-07-05' }, on).startDate).toBe('2026-07-05');
  expect(judgedDay({ serviceDate: on })).toBe(on);
  expect(judgedDay({ serviceDate: on, moved: null })).toBe(on);
});

describe('a code judged again', () => {
  test('keeps what the new plan covers as well, and says so to both sides', () => {
    const after = again(aCode({ benefits: { SCAN: {} } }, scans));
    expect(after).toMatchObject({
      state: 'APPROVED',
      version: 2,
      approved: 4000,
      moved: { on, at: told.at, from: 'GOLD', to: 'SILVER', before: 4000, after: 4000, lowered: false },
      lines: [{ approvedQuantity: 4, approved: 4000, judged: { plan: 'SILVER' } }],
    });
    expect(after.lines[0]).not.toHaveProperty('earlier');
    expect(after.history.at(-1)).toEqual({
      at: told.at,
      what: 'judged again',
      by: 'Vetra',
      detail: 'GOLD → SILVER',
    });
    expect(textOf(after)).toBe(
      'From 1 July 2026 the enrollee is on Silver and no longer on Gold, and what is left of this authorization was judged again. All of it is still covered.',
    );
    expect(after.conversation.at(-1)).toMatchObject({ from: 'tenant', kind: 'decision', by: 'Vetra' });
  });

  test('comes down to what the new plan pays, with its reason; a line that it does not cover becomes nothing', () => {
    const asked = [...scans, { service: 'XRAY' }, { service: 'GONE' }];
    const silver = { benefits: { SCAN: { limits: { period: 2500 } }, XRAY: {} } };
    const after = again(aCode(silver, asked));
    expect(after).toMatchObject({
      state: 'PARTIALLY_APPROVED',
      approved: 3500,
      moved: { before: 6000, after: 3500, lowered: true },
      lines: [
        {
          approvedQuantity: 4,
          approved: 2500,
          reasons: [{ code: '119' }],
          earlier: [{ to: '2026-06-30', under: 'GOLD', quantity: 4, amount: 4000 }],
        },
        { approvedQuantity: 1, approved: 1000 },
        {
          approvedQuantity: 0,
          approved: 0,
          reasons: [{ code: '96' }],
          earlier: [{ quantity: 1, amount: 1000 }],
        },
      ],
    });
    expect(textOf(after)).toMatch(
      /SCAN: 4 of 4, ₦\s?25\.00 instead of ₦\s?40\.00\. .+ GONE: not covered any more\. /,
    );
    expect(textOf(after)).toMatch(/Services until 30 June 2026 are honoured as they were granted before\.$/);
    expect(textOf(after)).not.toContain('XRAY');
  });

  test('is granted fewer units where the new plan counts fewer', () => {
    const silver = { benefits: { SCAN: { count: { of: 'units' as const, most: 3 } } } };
    expect(again(aCode(silver, scans)).lines).toMatchObject([{ approvedQuantity: 3, approved: 3000 }]);
  });

  test('ends on the day before where nothing of it is covered any more', () => {
    const after = again(aCode({ benefits: {} }, scans));
    expect(after).toMatchObject({ state: 'EXPIRED', validTo: '2026-06-30', approved: 0 });
    expect(textOf(after)).toContain('Nothing of it is covered any more: the code ended on 30 June 2026.');
  });

  test('pays more where it was granted as recommended and the new plan pays more; a person’s own figure is a ceiling', () => {
    const gold = { benefits: { SCAN: { coPay: { percent: 20 } } } };
    const given = { plan: gold };
    const followed = again(aCode({ benefits: { SCAN: {} } }, scans, {}, given));
    expect(followed.lines).toMatchObject([{ approvedQuantity: 4, approved: 4000 }]);
    expect(followed.moved).toMatchObject({ before: 3200, after: 4000, lowered: false });
    const own = again(aCode({ benefits: { SCAN: {} } }, scans, {}, given), () => ({ approved: 2000 }));
    expect(own.lines).toMatchObject([{ approvedQuantity: 4, approved: 2000 }]);
    const beyond = again(aCode({ benefits: { SCAN: {} } }, scans, {}, given), () => ({
      approved: 3600,
      override: 'So be it.',
    }));
    expect(beyond.lines).toMatchObject([{ approved: 3600, override: null }]);
  });

  test('keeps what was drawn of it, with the share that was borne', () => {
    const gold = { benefits: { SCAN: { coPay: { percent: 20 } } } };
    const silver = { benefits: { SCAN: { coPay: { percent: 50 } } } };
    const drawn = { usedQuantity: 2, used: 1600 };
    const after = again(aCode(silver, scans, {}, { plan: gold }), () => drawn);
    expect(after.lines).toMatchObject([
      { approvedQuantity: 4, approved: 2600, judged: { approvedQuantity: 4, approved: 2600, coPay: 1400 } },
    ]);
    const unjudged = again(aCode(silver, scans, {}, { plan: gold }), () => ({ ...drawn, judged: null }));
    expect(unjudged.lines).toMatchObject([{ approved: 2600, judged: { approved: 1000 } }]);
    expect(unjudged.moved?.from).toBe('');
  });

  test('leaves alone a line of which nothing is left', () => {
    const before = aCode({ benefits: {} }, [...scans, { service: 'XRAY' }]);
    const after = again(before, ({ line }) => (line === 2 ? { usedQuantity: 1, used: 1000 } : {}));
    expect(after.lines[1]).toMatchObject({ approvedQuantity: 1, approved: 1000 });
    expect(after.lines[1]).not.toHaveProperty('earlier');
  });

  test('keeps what it was granted before each of two moves', () => {
    const earlier = [{ to: '2026-05-31', under: 'BASIC', quantity: 6, amount: 6000 }];
    const after = again(aCode({ benefits: { SCAN: { limits: { period: 100 } } } }, scans), () => ({
      earlier,
    }));
    expect(after.lines[0]?.earlier).toEqual([
      ...earlier,
      { to: '2026-06-30', under: 'GOLD', quantity: 4, amount: 4000 },
    ]);
  });

  test('shortens a stay that is to come, where the new plan counts fewer days', () => {
    const stay = {
      admission: { from: '2026-07-03', days: 4, dischargedOn: null },
      serviceDate: '2026-07-03',
    };
    const silver = { benefits: { BED: { count: { of: 'days' as const, most: 3 } }, SCAN: {} } };
    const asked = [{ service: 'BED', quantity: 4 }, { service: 'SCAN' }];
    const how = { encounterType: 'inpatient' as const };
    expect(again(aCode(silver, asked, stay, how)).admission?.days).toBe(3);
    const none = { ...stay, admission: { ...stay.admission, days: null } };
    expect(again(aCode(silver, asked, none, how)).admission?.days).toBe(null);
  });

  test('can be appealed anew where less is covered', () => {
    const { code, facts } = aCode({ benefits: { SCAN: { limits: { period: 100 } } } }, scans);
    const after = again({ code, facts });
    expect(lastDecided(after)).toBe(told.at);
    expect(lastDecided(again(aCode({ benefits: { SCAN: {} } }, scans)))).toBe(decidedAt);
    expect(lastDecided(code)).toBe(decidedAt);
    expect(possibleNow(after)).toContain('appeal');
  });

  test('stands for what it was granted before, on days before the move, as far as that is not drawn', () => {
    const after = again(aCode({ benefits: {} }, scans), () => ({ usedQuantity: 1, used: 1000 }));
    const code = after.code ?? '';
    expect(standsFor(after, code, { zone, validDays: 14 })).toMatchObject({
      issuedAt: decidedAt,
      movedOn: on,
      lines: [
        {
          quantityLeft: 0,
          amountLeft: 0,
          under: null,
          earlier: [{ to: '2026-06-30', under: 'GOLD', quantityLeft: 3, amountLeft: 3000 }],
        },
      ],
    });
  });
});
