import { expect, test } from 'vitest';
import { LinesStep } from '../../../../views/provider/lines-step.tsx';
import { PatientStep } from '../../../../views/provider/patient-step.tsx';
import { ReviewStep } from '../../../../views/provider/review-step.tsx';
import { judgedLine, judgementOf, sampleJudgement } from '../claims/judgement-samples.ts';
import { hostile, now, sampleClaim } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';
import { blankDraft, sampleDraft } from './drafts.ts';

const [first] = sampleClaim.lines;
if (!first) throw new Error('the sample has lines');
const ngozi = { name: 'Ngozi Adeyemi', verdict: null };
const covered = {
  name: 'Ngozi Adeyemi',
  verdict: {
    cover: { covered: true, plan: 'GOLD', since: '2026-01-01', until: null },
    planName: 'Gold',
    primaryFacilityName: 'Lagoon Hospital',
    atPrimary: true,
  },
} as const;

test('a step that is typed into is a form that posts to its own address and knows which version it shows', async () => {
  for (const [step, content] of [
    ['patient', <PatientStep view={sampleDraft} who={ngozi} />],
    ['lines', <LinesStep view={sampleDraft} />],
  ] as const) {
    const html = await validHtml(content);
    expect(html).toContain(`action="/provider/drafts/d1/${step}" method="post"`);
    expect(html).toContain('name="version" value="4"');
  }
});

test('the first button of a step saves and stays: the enter key does nothing else', async () => {
  const html = await validHtml(<LinesStep view={sampleDraft} />);
  const form = html.slice(html.indexOf('<form'));
  expect(form.slice(form.indexOf('<button'), form.indexOf('</button>'))).toContain('name="go" value="lines"');
});

test('what is typed is saved as it is typed, rows come and go with and without script', async () => {
  const html = await validHtml(<LinesStep view={sampleDraft} />);
  expect(html).toContain('data-autosave="/provider/drafts/d1/lines"');
  expect(html).toContain('name="add" value="lines"');
  expect(html).toContain('name="lines.__i__.service"');
  expect(html).toContain('id="f-lines-__i__-service"');
});

test('an empty draft is shown with one row to begin with', async () => {
  expect(await validHtml(<PatientStep view={blankDraft} who={undefined} />)).toContain(
    'name="diagnoses.0.code"',
  );
  const lines = await validHtml(<LinesStep view={blankDraft} />);
  expect(lines).toContain('Choose the HMO first');
  expect(lines).toContain('name="lines.0.service"');
});

test('who the enrollee is shows only when member id and birth date agree', async () => {
  expect(await validHtml(<PatientStep view={sampleDraft} who={ngozi} />)).toContain('Ngozi Adeyemi');
  const html = await validHtml(<PatientStep view={sampleDraft} who={null} />);
  expect(html).toContain('Check both against the card');
});

test('what was found without script is chosen with buttons', async () => {
  const found = { field: 'diagnoses.0.code', choices: [{ value: 'B50.9', label: 'Malaria' }] };
  const html = await validHtml(<PatientStep view={{ ...sampleDraft, found }} who={undefined} />);
  expect(html).toContain('name="pick" value="diagnoses.0.code=B50.9"');
});

test('errors stand beside their fields and nothing typed is lost', async () => {
  const view = {
    ...sampleDraft,
    body: { ...sampleDraft.body, memberId: hostile },
    errors: { memberId: 'No such member.' },
  };
  const html = await validHtml(<PatientStep view={view} who={null} />);
  expect(html).toMatch(/id="f-memberId"[^>]*autofocus[^>]*aria-invalid="true"/);
  expect(html).toContain('&lt;img');
  expect(html).not.toContain('<img');
});

test('somebody else saving meanwhile is told, and what was typed stays', async () => {
  const html = await validHtml(<LinesStep view={{ ...sampleDraft, conflict: { at: now } }} />);
  expect(html).toContain('was changed meanwhile');
  expect(html).toContain('value="15,000.00"');
});

test('the review shows everything, and each problem leads to its field', async () => {
  const problems = [{ step: 'lines' as const, field: 'lines.0.quantity', message: 'Enter how many.' }];
  const html = await validHtml(
    <ReviewStep
      view={sampleDraft}
      enrolleeName={null}
      problems={problems}
      judgement={null}
      submitId={null}
    />,
  );
  expect(html).toContain('href="/provider/drafts/d1/lines#f-lines-0-quantity"');
  expect(html).toContain('15,000.00');
  expect(html).toContain('malaria');
  expect(html).not.toContain('Submit claim');
});

test('a hundred lines are the most', async () => {
  const line = { service: hostile, quantity: '1', unitPrice: '1', serviceDate: '' };
  const html = await validHtml(
    <LinesStep view={{ ...sampleDraft, body: { ...sampleDraft.body, lines: Array(100).fill(line) } }} />,
  );
  expect(html).toContain('at most 100 lines');
});

test('the patient step says whether they are covered, on which plan, since when and where', async () => {
  const html = await validHtml(<PatientStep view={sampleDraft} who={covered} />);
  for (const words of ['Covered', '<bdi>Gold</bdi> since', '1 Jan 2026', 'Lagoon Hospital', '(here)'])
    expect(html).toContain(words);
  const ended = { covered: false, because: 'terminated', since: '2026-06-30' } as const;
  const who = { ...covered, verdict: { ...covered.verdict, cover: ended } };
  expect(await validHtml(<PatientStep view={sampleDraft} who={who} />)).toContain('cover had ended');
});

test('a line being typed has a place for what it comes to, in the template too, and says it when it is known', async () => {
  const blank = await validHtml(<LinesStep view={sampleDraft} />);
  expect(blank).toContain('id="a-lines-0"');
  expect(blank).toContain('id="a-lines-__i__"');
  const judged = judgedLine(first, {
    enrolleeShare: 50_000,
    approved: 1_450_000,
    leftBefore: 9_500_000,
    leftAfter: 8_050_000,
    needsAuthorization: true,
  });
  const judgement = judgementOf([judged]);
  const assessment = { lines: { 0: { judged, whole: true } }, judgement };
  const html = await validHtml(<LinesStep view={{ ...sampleDraft, assessment }} />);
  for (const words of [
    'Tariff ₦ 15,000.00',
    '14,500.00',
    '500.00',
    '80,500.00',
    'authorization needed',
    'What it comes to',
  ])
    expect(html).toContain(words);
});

test('a line that is not whole yet shows its price and what is left, a refused one says why in words', async () => {
  const judged = judgedLine(first, { leftBefore: 9_500_000, leftAfter: 8_000_000 });
  const open = { lines: { 0: { judged, whole: false } }, judgement: null };
  const html = await validHtml(<LinesStep view={{ ...sampleDraft, assessment: open }} />);
  expect(html).toContain('95,000.00');
  expect(html).not.toContain('patient pays');
  const [, , third] = sampleJudgement.lines;
  if (!third) throw new Error('the sample has three lines');
  const refused = { lines: { 0: { judged: third, whole: true } }, judgement: null };
  const said = await validHtml(<LinesStep view={{ ...sampleDraft, assessment: refused }} />);
  expect(said).toContain('Not payable');
  expect(said).toContain('Over-the-counter medicines');
});

test('the review shows who pays what in all, and each reason under its line', async () => {
  const judged = { ...sampleJudgement.lines[1], line: 1 };
  const judgement = judgementOf([{ ...judgedLine(first), ...judged }]);
  const html = await validHtml(
    <ReviewStep view={sampleDraft} enrolleeName="Ngozi" problems={[]} judgement={judgement} submitId="s" />,
  );
  for (const words of ['Insurer pays', 'Patient pays', 'Not payable', '3,600.00', 'The tariff is ₦ 6,000.00'])
    expect(html).toContain(words);
});
