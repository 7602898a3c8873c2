import { expect, test } from 'vitest';
import { ComparisonPage } from '../../../../../views/hmo/plans/comparison-page.tsx';
import { DraftPage, type DraftPageProps } from '../../../../../views/hmo/plans/draft-page.tsx';
import { NewPlanPage } from '../../../../../views/hmo/plans/new-plan-page.tsx';
import { PlanPage, type PlanPageProps } from '../../../../../views/hmo/plans/plan-page.tsx';
import { PlansPage } from '../../../../../views/hmo/plans/plans-page.tsx';
import { changeSentences, compareRules } from '../../../../../views/plans/compare.ts';
import { hostile, now } from '../../claims/samples.ts';
import { names, rules } from '../../plans/samples.ts';
import { validHtml } from '../../validate.tsx';

const plan = { code: 'GOLD', name: hostile, scheme: 'private', retiredFrom: null } as const;
const row = {
  plan,
  inForce: { version: 1, from: '2026-01-01' },
  coming: { version: 2, from: '2027-01-01' },
  draftBy: hostile,
};

test('the list says what is in force, what is coming and who has a draft; empty, what to do', async () => {
  const props = { slug: 'meridian', today: '2026-11-25', next: null, after: '', mayCreate: true };
  const retired = { ...plan, code: 'OLD', retiredFrom: '2027-01-01' };
  const html = await validHtml(
    <PlansPage
      {...props}
      rows={[row, { plan: retired, inForce: null, coming: null, draftBy: null }]}
      next="OLD"
    />,
  );
  for (const words of ['In force', 'Retiring', 'after=OLD']) expect(html).toContain(words);
  expect(html).not.toContain('<img');
  expect(await validHtml(<PlansPage {...props} rows={[]} />)).toContain('No plans yet');
});

test('a new plan that is refused keeps what was typed', async () => {
  const html = await validHtml(
    <NewPlanPage
      slug="meridian"
      commandId="c"
      plans={[{ code: 'GOLD', name: 'Gold' }]}
      entry={{ code: 'g d', name: 'kept', scheme: 'nhia', start: 'copy', copyOf: 'GOLD' }}
      errors={{ code: 'Use capitals.', copyOf: 'Choose the plan.' }}
    />,
  );
  expect(html).toContain('value="kept"');
  expect(html).toMatch(/id="f-code"[^>]*autofocus/);
});

const planPage: PlanPageProps = {
  slug: 'meridian',
  today: '2026-11-25',
  plan,
  names,
  versions: [
    { version: 1, from: '2026-01-01' },
    { version: 2, from: '2027-01-01' },
  ],
  shown: { version: 1, from: '2026-01-01', rules },
  inForce: 1,
  draft: null,
  revision: 3,
  others: [],
  may: { update: true, retire: true, seeEnrollees: true },
  forms: { errors: {}, name: 'Gold', scheme: 'private', retiredFrom: '', start: 'latest', copyOf: '' },
  ids: { change: 'a', start: 'b', retire: 'c' },
};

test('a plan shows its benefits, its versions and what may be done with it', async () => {
  const html = await validHtml(<PlanPage {...planPage} />);
  for (const words of ['Begin a draft', 'Retire the plan', 'Compare', 'Coming', 'Who is on it'])
    expect(html).toContain(words);
  const reader = await validHtml(
    <PlanPage {...planPage} may={{ update: false, retire: false, seeEnrollees: false }} />,
  );
  expect(reader).not.toContain('method="post"');
});

test('a form of the plan that is refused says so itself, and what became of the draft is said above', async () => {
  const refused = (errors: Record<string, string>) =>
    validHtml(<PlanPage {...planPage} forms={{ ...planPage.forms, errors }} />);
  expect(await refused({ name: 'Enter the name.' })).not.toContain('No draft was begun.');
  expect(await refused({ start: 'Choose.' })).toContain('No draft was begun.');
  expect(await refused({ '': 'Ada was faster.' })).toContain('Ada was faster.');
});

test('a plan without a version says what comes next; a retired one can be taken back', async () => {
  const none = { ...planPage, versions: [], shown: null, inForce: null };
  expect(await validHtml(<PlanPage {...none} draft={{ savedBy: 'Ada' }} />)).toContain('Open the draft');
  expect(await validHtml(<PlanPage {...none} />)).toContain('Begin the first version');
  const retired = { ...plan, retiredFrom: '2026-01-01' };
  expect(await validHtml(<PlanPage {...planPage} plan={retired} />)).toContain('Take it back into use');
});

const draftPage: DraftPageProps = {
  slug: 'meridian',
  zone: 'Africa/Lagos',
  plan,
  names,
  rules,
  revision: 4,
  savedAt: now,
  savedBy: hostile,
  basedOn: 1,
  problems: [],
  publish: { commandId: 'p', from: '2027-01-01', errors: {}, last: { version: 1, from: '2026-01-01' } },
  mayEdit: true,
  mayPublish: true,
  moves: {},
  discardId: 'd',
};

test('a draft that fits together can be published, with its date', async () => {
  const html = await validHtml(<DraftPage {...draftPage} />);
  for (const words of ['Publish version 2', 'Move Maternity up', 'What changed'])
    expect(html).toContain(words);
  expect(html).not.toContain('<img');
});

test('a draft with mistakes lists them with the way to their fields, and is not offered for publishing', async () => {
  const html = await validHtml(
    <DraftPage
      {...draftPage}
      stale="Ada has saved this draft meanwhile."
      problems={[
        { message: 'A', field: 'limits.visit', at: { benefit: 'MAT', name: 'Maternity', exclusions: false } },
        { message: 'B', field: 'exclusions.0.wording', at: { benefit: 'MAT', name: 'M', exclusions: true } },
        { message: 'C', field: 'exclusions.0.wording', at: 'exclusions' },
        { message: 'D', field: 'overall.family', at: 'overall' },
        { message: 'E', field: 'benefits', at: 'benefits' },
      ]}
    />,
  );
  expect(html).toContain('draft/benefits/MAT#f-limits-visit');
  expect(html).toContain('draft/exclusions?benefit=MAT#f-exclusions-0-wording');
  expect(html).toContain('draft/overall#f-overall-family');
  expect(html).toContain('Somebody else was faster.');
  expect(html).not.toContain('Publish version');
});

test('whoever only looks at a draft is offered nothing to do', async () => {
  const html = await validHtml(<DraftPage {...draftPage} mayEdit={false} mayPublish={false} />);
  expect(html).not.toContain('method="post"');
  const empty = { ...draftPage, rules: { ...rules, benefits: [], exclusions: [] }, basedOn: null };
  expect(await validHtml(<DraftPage {...empty} />)).toContain('No benefits yet');
});

test('two versions stand side by side, with what changed in words', async () => {
  const [opd, ...others] = rules.benefits;
  if (opd === undefined) throw new Error('no benefit');
  const after = {
    ...rules,
    benefits: [
      { ...opd, waitingDays: 30 },
      { ...opd, code: 'NEW', name: 'New' },
    ],
  };
  const parts = compareRules(rules, after, names);
  const props = { slug: 'm', plan, before: 'Version 1', after: 'The draft', parts, other: '/m/plans/GOLD' };
  const html = await validHtml(
    <ComparisonPage {...props} sentences={changeSentences(parts)} whole={false} />,
  );
  for (const words of ['Out-patient care: waiting changed.', 'New is new.', 'Maternity is gone.'])
    expect(html).toContain(words);
  expect(others).toHaveLength(1);
  const same = compareRules(rules, rules, names);
  expect(await validHtml(<ComparisonPage {...props} parts={same} sentences={[]} whole />)).toContain(
    'Nothing: both say the same.',
  );
});
