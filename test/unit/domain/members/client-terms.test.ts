import { describe, expect, test } from 'vitest';
import {
  type ClientFacts,
  type ClientTerms,
  decideClient,
  isAgreedAnew,
} from '../../../../schema/domain/members/client-terms.ts';
import { isRefusal } from '../../../../schema/domain/refusal.ts';
import { client, plan, today } from './samples.ts';

const blank = { ...client, contracts: [] };
const terms: ClientTerms = { code: 'DANG', name: 'Dangira' };
const facts: ClientFacts = { today, before: null, plans: new Map([['GOLD', plan('GOLD')]]) };
const offer = (code: string) => ({ plan: code, premium: 1, per: 'year' }) as const;

const decide = (over: Partial<ClientTerms>, given: Partial<ClientFacts> = {}) =>
  decideClient({ ...terms, ...over }, blank, { ...facts, ...given });
const fields = (over: Partial<ClientTerms>, given: Partial<ClientFacts> = {}) => {
  const decided = decide(over, given);
  return isRefusal(decided) ? decided.errors?.map(({ field }) => field) : 'done';
};

describe('a client', () => {
  test('is created, changed, or as it was', () => {
    expect(decide({})).toMatchObject({ created: true, changed: true });
    expect(decide({}, { before: client })).toMatchObject({ created: false, changed: false });
    expect(decide({ name: 'New' }, { before: client })).toMatchObject({
      changed: true,
      client: { name: 'New' },
    });
    expect(decide({ waivesWaiting: true, contacts: [] }, { before: client })).toMatchObject({
      changed: true,
    });
  });

  test('is agreed anew when its days are others', () => {
    const year = { from: '2026-01-01', to: '2026-12-31' };
    const next = { from: '2027-01-01', to: '2027-12-31' };
    expect(isAgreedAnew([year], [{ ...year }])).toBe(false);
    for (const other of [
      [],
      [year, next],
      [{ ...year, to: '2026-06-30' }],
      [{ ...year, from: '2026-02-01' }],
    ])
      expect(isAgreedAnew([year], other)).toBe(true);
  });

  test('has contracts in order that do not overlap; individuals have none', () => {
    const [a, b] = [
      { from: '2027-01-01', to: '2027-12-31' },
      { from: '2026-01-01', to: '2026-12-31' },
    ];
    expect(decide({ contracts: [a, b] })).toMatchObject({ client: { contracts: [b, a] } });
    expect(fields({ contracts: [{ from: '2026-02-01', to: '2026-01-31' }] })).toEqual(['contracts.0.to']);
    expect(fields({ contracts: [a, { from: '2027-12-31', to: '2028-12-31' }] })).toEqual([
      'contracts.1.from',
    ]);
    expect(fields({ code: 'INDV', contracts: [a] })).toEqual(['contracts.0.from']);
  });

  test('leaves what is long past as it was', () => {
    const before = client;
    expect(fields({ contracts: [] }, { before })).toEqual(['contracts.0.from']);
    expect(fields({ contracts: [{ from: '2026-01-01', to: '2026-09-30' }] }, { before })).toEqual([
      'contracts.0.from',
    ]);
    expect(fields({ contracts: [{ from: '2026-01-01', to: '2026-11-10' }] }, { before })).toBe('done');
    const split = [
      { from: '2026-01-01', to: '2026-06-30' },
      { from: '2026-07-01', to: '2027-06-30' },
    ];
    // what was used since January would stand in another plan year than the one that is looked at
    expect(fields({ contracts: split }, { before })).toEqual(['contracts.1.from']);
    expect(fields({ contracts: [{ from: '2020-01-01', to: '2026-09-30' }] }, { before: blank })).toBe('done');
  });

  test('keeps the first day of a plan year that has begun, and says what is to be looked at again', () => {
    const renewed = [...client.contracts, { from: '2027-01-01', to: '2027-12-31' }];
    expect(fields({ contracts: renewed }, { before: client })).toBe('done');
    const moved = [{ from: '2026-02-01', to: '2026-12-31' }];
    expect(fields({ contracts: moved }, { before: client })).toEqual(['contracts.0.from']);
    const late = [{ from: '2026-11-01', to: '2027-10-31' }];
    const peopled = { ...blank, people: 3 };
    expect(fields({ contracts: late }, { before: { ...blank, people: 0 } })).toBe('done');
    expect(fields({ contracts: late }, { before: peopled })).toEqual(['contracts.0.from']);
    const ended = decide({ contracts: [{ from: '2026-01-01', to: '2026-11-10' }] }, { before: client });
    expect(ended).toMatchObject({ reviewFrom: '2026-11-11' });
    expect(decide({ contracts: renewed }, { before: client })).toMatchObject({ reviewFrom: null });
  });

  test('offers plans that are published and not retired, each once; what it offered it may keep', () => {
    expect(fields({ offers: [offer('GOLD')] })).toBe('done');
    expect(fields({ offers: [offer('GOLD'), offer('GOLD')] })).toEqual(['offers.1.plan']);
    expect(fields({ offers: [offer('NONE')] })).toEqual(['offers.0.plan']);
    const gold = plan('GOLD');
    const draft = new Map([['GOLD', { ...gold, versions: [] }]]);
    expect(fields({ offers: [offer('GOLD')] }, { plans: draft })).toEqual(['offers.0.plan']);
    const plans = new Map([['GOLD', { ...gold, plan: { ...gold.plan, retiredFrom: today } }]]);
    expect(fields({ offers: [offer('GOLD')] }, { plans })).toEqual(['offers.0.plan']);
    const before = { ...client, offers: [offer('GOLD')] };
    expect(fields({ offers: [offer('GOLD')] }, { plans, before })).toBe('done');
  });
});
