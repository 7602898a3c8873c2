import type { ComponentProps } from 'preact';
import { expect, test } from 'vitest';
import { everyOpen } from '../../../../views/hmo/queue-filter.ts';
import { QueueFormsPage } from '../../../../views/hmo/queue-forms-page.tsx';
import { StandingPage } from '../../../../views/hmo/queue-rules/standing-page.tsx';
import { hostile, longName } from '../claims/samples.ts';
import { validHtml } from '../validate.tsx';

const few = { all: [{ id: 'f1', name: hostile }] };
const page: ComponentProps<typeof QueueFormsPage> = {
  slug: 'meridian',
  filter: { ...everyOpen, facility: 'f1', risk: '60', held: true, after: 'n1' },
  choices: { facilities: few, clients: few, plans: few },
  risk: true,
  saved: { accountId: 'ada', views: [], defaultId: null },
  saveId: 'save-1',
};

test('the forms stand as they are set, and what is saved is the filter without its page', async () => {
  const html = await validHtml(<QueueFormsPage {...page} />);
  expect(html).toMatch(/<option value="f1" selected/);
  expect(html).toMatch(/<option value="60" selected/);
  expect(html).toContain('name="query" value="view=open&amp;facility=f1&amp;risk=60&amp;held=1"');
  expect(html).toContain('href="/meridian/claims?view=open" class="btn">Clear all');
  expect(html).not.toContain('<img');
});

test('a network too large to list is typed instead of chosen', async () => {
  const choices = { ...page.choices, facilities: { meant: longName } };
  expect(await validHtml(<QueueFormsPage {...page} choices={choices} />)).toMatch(
    /<input[^>]*name="facility"/,
  );
});

test('who may not see risk is offered no filter by it; lists that are not ranked have the facility’s only', async () => {
  const blind = await validHtml(<QueueFormsPage {...page} risk={false} />);
  expect([blind.includes('name="risk"'), blind.includes('name="client"')]).toEqual([false, true]);
  const all = await validHtml(<QueueFormsPage {...page} filter={{ ...page.filter, view: 'all' }} />);
  expect([all.includes('name="facility"'), all.includes('name="client"')]).toEqual([true, false]);
});

test('why a claim stands where it stands is a page too, with the way back', async () => {
  const words = ['Due Fri 27 Nov 14:00', `4 h earlier by rule ‘${hostile}’`];
  const html = await validHtml(<StandingPage slug="meridian" number="CLM-26-000001" words={words} />);
  expect(html).toContain('<li>Due Fri 27 Nov 14:00</li>');
  expect(html).toContain('href="/meridian/claims/CLM-26-000001"');
  expect(html).not.toContain('<img');
});
