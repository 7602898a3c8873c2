import { expect, test } from 'vitest';
import { LinesStep } from '../../../../views/provider/lines-step.tsx';
import { PatientStep } from '../../../../views/provider/patient-step.tsx';
import { ReviewStep } from '../../../../views/provider/review-step.tsx';
import { hostile, now } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';
import { blankDraft, sampleDraft } from './drafts.ts';

test('a step that is typed into is a form that posts to its own address and knows which version it shows', async () => {
  for (const [step, content] of [
    ['patient', <PatientStep view={sampleDraft} enrolleeName="Ngozi Adeyemi" />],
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
  expect(await validHtml(<PatientStep view={blankDraft} enrolleeName={undefined} />)).toContain(
    'name="diagnoses.0.code"',
  );
  const lines = await validHtml(<LinesStep view={blankDraft} />);
  expect(lines).toContain('Choose the HMO first');
  expect(lines).toContain('name="lines.0.service"');
});

test('who the enrollee is shows only when member id and birth date agree', async () => {
  expect(await validHtml(<PatientStep view={sampleDraft} enrolleeName="Ngozi Adeyemi" />)).toContain(
    'Ngozi Adeyemi',
  );
  const html = await validHtml(<PatientStep view={sampleDraft} enrolleeName={null} />);
  expect(html).toContain('Check both against the card');
});

test('what was found without script is chosen with buttons', async () => {
  const found = { field: 'diagnoses.0.code', choices: [{ value: 'B50.9', label: 'Malaria' }] };
  const html = await validHtml(<PatientStep view={{ ...sampleDraft, found }} enrolleeName={undefined} />);
  expect(html).toContain('name="pick" value="diagnoses.0.code=B50.9"');
});

test('errors stand beside their fields and nothing typed is lost', async () => {
  const view = {
    ...sampleDraft,
    body: { ...sampleDraft.body, memberId: hostile },
    errors: { memberId: 'No such member.' },
  };
  const html = await validHtml(<PatientStep view={view} enrolleeName={null} />);
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
    <ReviewStep view={sampleDraft} enrolleeName={null} problems={problems} submitId={null} />,
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
