import { expect, test } from 'vitest';
import {
  QueueRulesPage,
  type QueueRulesPageProps,
} from '../../../../views/hmo/queue-rules/queue-rules-page.tsx';
import { QueueViewsPage } from '../../../../views/hmo/queue-views-page.tsx';
import { hostile } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';

const few = { all: [{ id: 'f1', name: hostile }] };
const rule = {
  ...{ name: 'Dialysis first', hours: '4', facilityId: '', clientCode: '', planCode: '' },
  ...{ serviceGroup: 'f1', encounterType: '', amountFrom: '', amountTo: '' },
};
const page: QueueRulesPageProps = {
  slug: 'meridian',
  currency: 'NGN',
  entry: { highValue: '500,000.00', rules: [rule] },
  errors: {},
  choices: { facilities: few, clients: { meant: '' }, plans: few, groups: few },
  commandId: 'c1',
  saved: false,
  ranking: { done: 0, open: 0, isOver: true },
  trial: null,
};
const row = {
  number: 'CLM-26-000001',
  enrolleeName: hostile,
  facilityName: 'Lagoon',
  why: ['Due Fri 27 Nov 14:00'],
};

test('the rules stand in a form that also tries them on the queue', async () => {
  const html = await validHtml(<QueueRulesPage {...page} />);
  for (const words of ['Dialysis first', 'Try on the queue', 'Save rules', 'Every open claim stands'])
    expect(html).toContain(words);
  expect(html).not.toContain('<img');
});

test('a role that may not change them sees them, and no button', async () => {
  const html = await validHtml(<QueueRulesPage {...page} commandId={null} />);
  expect(html).toContain('takes the permission settings.update');
  expect(html).not.toContain('Save rules');
});

test('every refused field says why beside it', async () => {
  const errors = { 'rules.0.hours': 'Enter hours, for example 4.' };
  const html = await validHtml(<QueueRulesPage {...page} errors={errors} />);
  expect(html).toContain('id="f-rules-0-hours-error"');
});

test('while the queue is ranked anew the page says how far it is', async () => {
  const ranking = { done: 12_300, open: 100_000, isOver: false };
  const html = await validHtml(<QueueRulesPage {...page} ranking={ranking} />);
  expect(html).toContain('12,300 of 100,000');
});

test('a trial says who would move by how many places, what each rule matches, and among how many', async () => {
  const first = [
    { ...row, before: 9, after: 1 },
    { ...row, before: 1, after: 2 },
    { ...row, before: null, after: 3 },
    { ...row, before: 4, after: 4 },
  ];
  const trial = {
    first,
    up: 1,
    down: 1,
    rules: [{ name: hostile, matches: 7 }],
    looked: 1_000,
    open: 100_000,
  };
  const html = await validHtml(<QueueRulesPage {...page} trial={trial} />);
  for (const words of [
    'up 8 places',
    'down 1 place',
    'from beyond 1,000',
    'stays',
    'matches 7 of the first 1,000 of 100,000 open claims',
    'Nothing is saved yet',
  ])
    expect(html).toContain(words);
  expect(html).not.toContain('<img');
});

test('one finds what one saved, and a refused name is shown again beside its view', async () => {
  const saved = { accountId: 'ada', views: [{ id: 'v1', name: hostile, query: 'risk=60' }], defaultId: 'v1' };
  const freshId = () => 'c1';
  const refused = {
    viewId: 'v1',
    name: 'Taken',
    query: '',
    errors: { name: 'You have a view called Taken.' },
  };
  const html = await validHtml(<QueueViewsPage slug="meridian" {...{ saved, freshId, refused }} />);
  expect(html).toContain('You have a view called Taken.');
  expect(html).toContain('value="Taken"');
  const none = { ...saved, views: [], defaultId: null };
  const isNew = { ...refused, viewId: '' };
  const empty = await validHtml(
    <QueueViewsPage slug="meridian" saved={none} freshId={freshId} refused={isNew} />,
  );
  expect(empty).toContain('You have no view yet');
});
