import { expect, test } from 'vitest';
import { judgedLines } from '../../../../views/hmo/adjudication-card.tsx';
import { ClaimPage } from '../../../../views/hmo/claim-page.tsx';
import { startsOf } from '../../../../views/hmo/decision-entry.ts';
import { judgedLine, judgementOf } from '../claims/judgement-samples.ts';
import { hostile, longName, now, partlyApproved, sampleClaim } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';
import { decide, judged, shown } from './a-claim-page.ts';

test('every line says what is recommended, who bears the rest and why, on the one page', async () => {
  const html = await validHtml(<ClaimPage {...shown} />);
  for (const words of ['Recommended', 'In part', 'Refused', '12,000.00', 'facility 3,600.00', '600.00'])
    expect(html).toContain(words);
  expect(html).toMatch(/<details class="why" open>\s*<summary>45 Above the tariff<\/summary>/);
  expect(html).toContain('Covered');
  expect(html).toMatch(/<bdi>Gold<\/bdi> since/);
});

test('the balances touched stand before and after, as figures and as a bar that says the same', async () => {
  const html = await validHtml(<ClaimPage {...shown} />);
  for (const words of [
    '200,000.00',
    '100,000.00',
    '5,000.00 reserved',
    '27,000.00',
    '68,000.00',
    '95,000.00 before',
  ])
    expect(html).toContain(words);
  expect(html).toContain('visits: 3 → 4 of 12');
  expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-label="Out-patient care: 100,000.00 used before/);
});

test('the recommendation is what approving starts from; paying more asks why, out of sight until then', async () => {
  const html = await validHtml(<ClaimPage {...shown} />);
  expect(html).toContain('27,000.00</b> as recommended');
  expect(html).toMatch(/id="more-2" hidden/);
  expect(html).toMatch(/name="lines\.2\.amount"[^>]*|data-than="12000.00"/);
  const errors = { 'lines.2.override': 'This pays more than recommended: say why in one sentence.' };
  const refused = await validHtml(
    <ClaimPage {...shown} desk={{ ...decide, form: { ...decide.form, errors } }} />,
  );
  expect(refused).not.toMatch(/id="more-2" hidden/);
  expect(refused).toContain('aria-describedby="f-lines-2-override-error"');
});

test('whoever may not override is told so where they would', async () => {
  const form = { ...decide.form, overrides: false };
  const html = await validHtml(<ClaimPage {...shown} desk={{ ...decide, form }} />);
  expect(html).not.toContain('name="lines.2.override"');
  expect(html).toContain('claim.override_line');
});

test('where nothing is recommended to be paid, rejecting starts with the reasons of the lines', async () => {
  const [line] = sampleClaim.lines;
  if (!line) throw new Error('no line');
  const reasons = [{ code: '96', group: 'PR' as const }];
  const none = judgedLine(line, { verdict: 'REFUSE', approvedQuantity: 0, approved: 0, reasons });
  const judgement = judgementOf([none], {
    cover: { covered: false, because: 'terminated', since: '2026-06-30' },
  });
  const claim = { ...sampleClaim, lines: [line] };
  const form = { ...decide.form, starts: startsOf(claim.lines, judgedLines(claim, judgement)) };
  const html = await validHtml(
    <ClaimPage
      {...shown}
      claim={claim}
      judgement={judgement}
      verdict={{ cover: judgement.cover, planName: null }}
      desk={{ ...decide, form }}
    />,
  );
  expect(html).toContain('Nothing is recommended to be paid');
  expect(html).toMatch(/<option value="96" selected>/);
  expect(html).toContain('Not covered');
  expect(html).toContain('cover had ended');
});

test('figures that changed meanwhile are named above the form', async () => {
  const news = ['Line 2: 2 for 15,600.00 is now 2 for 12,000.00 (45).'];
  const html = await validHtml(<ClaimPage {...shown} desk={{ ...decide, news }} />);
  expect(html).toContain('The recommendation has changed meanwhile.');
  expect(html).toContain(news[0]);
});

test('after the decision, recommended and approved stand beside each other, with the words of an override', async () => {
  const lines = partlyApproved.lines.map((line) => ({
    ...line,
    judged: judged.get(line.line) ?? null,
    override: line.line === 2 ? 'Agreed with the facility by phone' : null,
  }));
  const html = await validHtml(
    <ClaimPage {...shown} claim={{ ...partlyApproved, lines }} judgement={null} desk={{ kind: 'look' }} />,
  );
  for (const words of ['12,000.00', '7,800.00', 'Override', 'Agreed with the facility by phone', '27,000.00'])
    expect(html).toContain(words);
});

test('other claims of the person are links; what they were for is shown only where clinical detail may be', async () => {
  const recent = [
    {
      number: 'CLM-26-000007',
      state: 'APPROVED' as const,
      outcome: 'FULL' as const,
      facilityName: longName,
      serviceDate: '2026-10-01',
      encounterType: 'maternity' as const,
      claimed: 100,
      approved: 100,
      diagnosis: 'O80',
    },
  ];
  const html = await validHtml(<ClaimPage {...shown} recent={recent} />);
  expect(html).toContain('href="/meridian/claims/CLM-26-000007"');
  expect(html).toContain('href="/meridian/claims?q=MER-DANG-00042-P"');
  expect(html).toContain('Maternity · O80');
  expect(await validHtml(<ClaimPage {...shown} recent={recent} clinical={false} />)).not.toContain(
    'Maternity',
  );
});

test('a claim approved by the system says by which rule, one sampled that it was', async () => {
  const rule = { rule: 'Small and clean', sampled: false };
  const byRule = {
    ...partlyApproved,
    straightThrough: rule,
    history: [{ at: now, state: 'APPROVED' as const, by: 'Vetra' }],
  };
  const look = { kind: 'look' } as const;
  expect(await validHtml(<ClaimPage {...shown} claim={byRule} desk={look} />)).toContain(
    'by rule <bdi>Small and clean</bdi>',
  );
  const sampled = { ...sampleClaim, straightThrough: { ...rule, sampled: true } };
  expect(await validHtml(<ClaimPage {...shown} claim={sampled} />)).toContain('sampled for a check');
});

test('an approval can be taken back by whoever may, with a reason that is kept when it is refused', async () => {
  const form = {
    slug: 'meridian',
    number: partlyApproved.number,
    version: 5,
    commandId: 'reopen-1',
    back: '/meridian/claims',
    reason: '',
    errors: {},
  };
  const page = { ...shown, claim: partlyApproved, judgement: null };
  const html = await validHtml(<ClaimPage {...page} desk={{ kind: 'reopen', form }} />);
  expect(html).toContain('action="/meridian/claims/CLM-26-048214/reopenings"');
  expect(html).toMatch(/<details>\s*<summary>Reopen this claim/);
  const refused = { ...form, reason: hostile, errors: { reason: 'Keep it shorter.' } };
  const again = await validHtml(<ClaimPage {...page} desk={{ kind: 'reopen', form: refused }} />);
  expect(again).toContain('<details open>');
  expect(again).toContain('&lt;img');
});
