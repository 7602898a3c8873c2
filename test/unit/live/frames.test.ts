import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type {
  ClaimMoved,
  CountersMoved,
  FacilityClaimMoved,
  LinkMoved,
} from '../../../durable-objects/actor/live-event.ts';
import { forAccounts } from '../../../schema/domain/audience.ts';
import { claimStates } from '../../../schema/domain/claims/claim.ts';
import { decidedBy } from '../../../schema/domain/dashboard/figures.ts';
import { claimNumber } from '../../../schema/domain/ids.ts';
import { linkStates } from '../../../schema/domain/network/link.ts';
import { linkNews } from '../../../schema/domain/network/message.ts';
import { renderFrames } from '../../../worker/live/frames.tsx';

const glance = {
  id: 123,
  number: 'CLM-26-000123',
  state: 'IN_REVIEW',
  outcome: null,
  version: 2,
  facilityId: 'f',
  facilityName: 'Lagoon View Hospital',
  billingMonth: '2026-11',
  memberId: 'MER-PALM-00001-P',
  enrolleeName: 'Adunni Adeyemi',
  encounterType: 'outpatient',
  serviceDate: '2026-11-20',
  currency: 'NGN',
  claimed: 1_250_000,
  approved: null,
  submittedAt: 1,
  dueAt: 2,
  unscoredAt: 3,
  clientCode: 'PALM',
  planCode: 'GOLD',
  isHeld: false,
} as const satisfies ClaimMoved['claim'];

const moved = (own: Partial<ClaimMoved>): ClaimMoved => ({
  kind: 'claim-moved',
  seq: 7,
  at: 1,
  action: 'TakeClaim',
  claim: glance,
  lease: null,
  ...own,
});

const facilityMoved = (own: Partial<FacilityClaimMoved>): FacilityClaimMoved => ({
  kind: 'facility-claim-moved',
  seq: 7,
  at: 1,
  tenantId: '01tenant0000000000000a',
  tenantName: 'Meridian Health',
  news: 'approved',
  claim: { ...glance, state: 'APPROVED', outcome: 'FULL', approved: 1_250_000, draftId: null, changedAt: 1 },
  ...own,
});

const linkMoved = (own: Partial<LinkMoved>): LinkMoved => ({
  ...{ kind: 'link-moved', seq: 7, at: 1, other: '01facility00000000000a', otherName: 'Sunrise Clinic' },
  ...{ state: 'APPROVED', news: 'link-approved' },
  ...own,
});

const counters = (claims: number, noticesNew = 0): CountersMoved => ({
  kind: 'counters-moved',
  seq: 7,
  at: 1,
  counts: {
    seq: 7,
    byState: Object.fromEntries(
      claimStates.map((state) => [state, { claims, claimed: 0, approved: 0 }]),
    ) as CountersMoved['counts']['byState'],
    late: claims,
    proposals: claims,
    requests: claims,
  },
  figures: [
    ['RESUBMITTED-older', claims],
    ['by-01kzmsampleaccountid000000', claims],
    ['straight-month', 100],
  ],
  notices: [],
  noticesNew,
});

const seen = (event: Parameters<typeof renderFrames>[0]) => renderFrames(event).map(({ see }) => see);
const htmlFor = (event: Parameters<typeof renderFrames>[0], see: string) =>
  renderFrames(event)
    .filter((frame) => frame.see === see)
    .map(({ html }) => html);

describe('a claim that was taken', () => {
  test('changes its row in the queue and its state on its page, and names who has it', () => {
    const event = moved({ lease: { accountId: 'a', name: 'Chinedu Okafor Eze', until: 9 } });
    expect(seen(event)).toEqual(['queue', 'pile:f-2026-11', 'claim:CLM-26-000123']);
    const [row] = htmlFor(event, 'queue');
    expect(row).toMatch(
      /^<hx-partial hx-target="#r-CLM-26-000123 \[data-state\]" hx-swap="outerMorph"><span class="nowrap" data-state/,
    );
    expect(row).toContain('In review');
    expect(row).toContain('C. Eze');
  });

  test('tells nobody what the queue does not show: no name of the person treated, no amount', () => {
    const all = JSON.stringify(renderFrames(moved({ action: 'ApproveClaim' })));
    for (const secret of ['Adunni', 'MER-PALM', 'Lagoon', '1250000', '12,500'])
      expect(all).not.toContain(secret);
  });
});

test('a decision is put into words for those who have the claim open, with the way to see it', () => {
  const decided = moved({
    action: 'ApproveClaim',
    claim: { ...glance, state: 'APPROVED', outcome: 'PARTIAL' },
  });
  const [mark, news] = htmlFor(decided, 'claim:CLM-26-000123');
  expect(mark).toContain('Approved in part');
  expect(news).toContain('This claim has been approved. <a href>Show it</a>');
});

test('whoever has a claim open that a manager gave away hears who has it now', () => {
  const lease = { accountId: 'a', name: 'Chinedu Okafor Eze', until: 9 };
  const [, given] = htmlFor(moved({ action: 'ReassignClaim', lease }), 'claim:CLM-26-000123');
  expect(given).toContain('Chinedu Okafor Eze has this claim now.');
  const [, freed] = htmlFor(moved({ action: 'ReassignClaim', lease: null }), 'claim:CLM-26-000123');
  expect(freed).toContain('This claim has been freed.');
});

test('an approval above its maker’s ceiling is told as what it is', () => {
  const [, news] = htmlFor(moved({ action: 'ApproveClaim' }), 'claim:CLM-26-000123');
  expect(news).toContain('it waits for a second person');
});

test('a notice for somebody by name lights their bell and nobody else’s', () => {
  const notice = { seq: 7, at: 1, kind: 'declined', audience: forAccounts('ada'), subject: 'CLM-26-000123' };
  const event = { ...counters(1), notices: [notice] };
  expect(htmlFor(event, 'account:ada')).toHaveLength(1);
  expect(htmlFor(event, '*').join()).not.toContain('bell-count');
});

test('a new claim is announced above the queue', () => {
  const [, news] = htmlFor(moved({ action: 'SubmitClaim' }), 'queue');
  expect(news).toContain('<b>CLM-26-000123</b> arrived.');
  // each page decides by this whether the claim belongs there
  expect(news).toContain('data-came="CLM-26-000123" data-place="IN_REVIEW f PALM GOLD 0 3"');
});

test('a facility hears under its own names: two insurers may have given the same number', () => {
  const event = facilityMoved({});
  expect(seen(event)).toEqual(['claims', ...Array(2).fill('claim:01tenant0000000000000a-CLM-26-000123')]);
  expect(htmlFor(event, 'claims')[0]).toContain('"#r-01tenant0000000000000a-CLM-26-000123 [data-state]"');
});

test('a link that moved changes its state on its page and in every list, and says in words what happened', () => {
  const event = linkMoved({});
  for (const see of ['network', 'link:01facility00000000000a']) {
    const [mark, words] = htmlFor(event, see);
    expect(mark).toContain('id="link-01facility00000000000a"');
    expect(words).toContain('The link with <bdi>Sunrise Clinic</bdi> was approved. <a href>Show</a>');
  }
});

test('counters reach the navigation of everybody, and the dashboard and queue of those who look at them', () => {
  const event = counters(1_234);
  expect(new Set(seen(event))).toEqual(new Set(['*', 'dashboard', 'queue']));
  expect(htmlFor(event, '*')).toEqual([
    '<hx-partial id="nav-count-claims" hx-swap="textContent">6170</hx-partial><hx-partial id="nav-count-authorizations" hx-swap="textContent">1234</hx-partial>',
  ]);
  const dashboard = htmlFor(event, 'dashboard').join('');
  expect(dashboard).toMatch(/^!counts open=.* RESUBMITTED-older=1,234( |$)/);
  const theirs = htmlFor({ ...event, figures: null }, 'dashboard').join('');
  for (const state of claimStates) expect(theirs).toMatch(new RegExp(`^!counts .* ${state}=1,234( |$)`));
  expect(htmlFor(event, 'queue').join('')).toMatch(/^!counts open=[\d,]+ late=1,234$/);
});

test('the figures of sixty people’s decisions go to a dashboard in few frames', () => {
  const figures = Array.from({ length: 60 }, (_, nth): [string, number] => [
    decidedBy(`01kzmsampleac0${String(nth).padStart(8, '0')}`),
    nth + 1_000,
  ]);
  const frames = htmlFor({ ...counters(1), figures }, 'dashboard');
  expect(frames.length).toBeLessThanOrEqual(4);
  const said = frames.flatMap((html) => html.split(' ').slice(1));
  expect(said).toHaveLength(62);
  expect(said).toContain('by-00000059=1,059');
});

test('the bell shows that there is something new only when there is', () => {
  const bells = (noticesNew: number) =>
    htmlFor(counters(1, noticesNew), '*').filter((html) => html.includes('bell-count'));
  expect(bells(0)).toEqual([]);
  expect(bells(3)).toHaveLength(1);
});

test('no frame passes 400 bytes with its number before it, and each is one line', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 120, size: 'max' })
    .filter((name) => !/[\p{Cc}]/u.test(name));
  const event = fc.record({
    id: fc.integer({ min: 1, max: 999_999_999_999 }),
    state: fc.constantFrom(...claimStates),
    outcome: fc.constantFrom(null, 'FULL' as const, 'PARTIAL' as const),
    name: text,
    action: fc.constantFrom(
      'SubmitClaim',
      'TakeClaim',
      'QueryClaim',
      'AnswerQuery',
      'ApproveClaim',
      'RejectClaim',
      'ReopenClaim',
    ),
    news: fc.constantFrom('submitted', 'received', 'taken', 'queried', 'answered', 'approved', 'rejected'),
    figure: fc.integer({ min: 0, max: 99_999_999 }),
    linkState: fc.constantFrom(...linkStates),
    told: fc.constantFrom(...linkNews),
  });
  const longest_seq = '999999999999 '.length;
  fc.assert(
    fc.property(event, ({ id, state, outcome, name, action, news, figure, linkState, told }) => {
      const long = '01facility0000000000000000000000000000aa';
      const codes = { facilityId: long, clientCode: 'ABCDEF', planCode: 'A'.repeat(20), risk: 100 };
      const claim = {
        ...glance,
        number: claimNumber(id, 2026),
        state,
        outcome,
        ...codes,
        unscoredAt: figure * 1e5,
      };
      const frames = [
        ...renderFrames(moved({ action, claim, lease: { accountId: 'a', name, until: 1 } })),
        ...renderFrames(facilityMoved({ news, claim: { ...claim, draftId: null, changedAt: 1 } })),
        ...renderFrames(counters(figure, 5)),
        ...renderFrames(linkMoved({ otherName: name, state: linkState, news: told })),
      ];
      for (const { html } of frames) {
        expect(new TextEncoder().encode(html).length + longest_seq).toBeLessThanOrEqual(400);
        expect(html).not.toContain('\n');
      }
    }),
  );
});
