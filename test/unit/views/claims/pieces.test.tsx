import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { claimStates } from '../../../../schema/domain/claims/claim.ts';
import { day_ms, hour_ms } from '../../../../schema/domain/dates.ts';
import { ConversationCard } from '../../../../views/claims/conversation-card.tsx';
import { CountValue } from '../../../../views/claims/count-value.tsx';
import { DueText, roughly } from '../../../../views/claims/due-text.tsx';
import { HistoryCard } from '../../../../views/claims/history-card.tsx';
import { StateBadge } from '../../../../views/claims/state-badge.tsx';
import { StateCell, shortName } from '../../../../views/claims/state-cell.tsx';
import { validHtml } from '../validate.tsx';
import { hostile, now } from './samples.ts';

describe('when a decision is due, in words', () => {
  const due = (dueAt: number | null, state: (typeof claimStates)[number] = 'RECEIVED') =>
    renderToString(<DueText dueAt={dueAt} now={now} state={state} />);

  test('late is red and says late, in its largest unit', () => {
    expect(due(now - 2 * day_ms - 1)).toBe('<span class="late">2 d late</span>');
    expect(due(now - 3 * hour_ms)).toBe('<span class="late">3 h late</span>');
    expect(due(now - 1)).toBe('<span class="late">1 min late</span>');
  });
  test('soon is amber and says how much is left, later does not', () => {
    expect(due(now + 3 * hour_ms)).toBe('<span class="soon">3 h left</span>');
    const by = (soon: number) =>
      renderToString(<DueText dueAt={now + 2 * day_ms} now={now} state="RECEIVED" soon={soon} />);
    expect(by(now + 3 * day_ms)).toBe('<span class="soon">2 d left</span>');
    expect(by(now + day_ms)).toBe('<span>in 2 d</span>');
    expect(due(now + 9 * day_ms)).toBe('<span>in 9 d</span>');
  });
  test('a clock that stands or has not started says so', () => {
    expect(due(now - day_ms, 'QUERIED')).toContain('paused');
    const held = renderToString(<DueText dueAt={now - 1} now={now} state="IN_REVIEW" held />);
    expect(held).toContain('held');
    expect(due(null, 'SUBMITTED')).toContain('not started');
    expect(due(now - day_ms, 'APPROVED')).toContain('decided');
  });
  test('a span is never nothing', () => {
    expect(roughly(0)).toBe('1 min');
    expect(roughly(day_ms)).toBe('1 d');
  });
});

describe('a state', () => {
  test('has words and a shape of its own in every case', () => {
    const looks = claimStates.map((state) => renderToString(<StateBadge state={state} />));
    expect(new Set(looks).size).toBe(claimStates.length);
  });
  test('says when an approval is one in part', () => {
    expect(renderToString(<StateBadge state="APPROVED" outcome="PARTIAL" />)).toContain('Approved in part');
    expect(renderToString(<StateBadge state="APPROVED" outcome="FULL" />)).not.toContain('in part');
  });
  test('in a row names who has it, shortly, and what live frames replace it by', () => {
    const html = renderToString(<StateCell state="IN_REVIEW" holder="Chinedu Okafor Eze" />);
    expect(html).toMatch(/^<span[^>]* data-state="IN_REVIEW"/);
    expect(html).toContain('<bdi>C. Eze</bdi>');
    expect(renderToString(<StateCell state="RECEIVED" holder={null} />)).not.toContain('<bdi>');
  });
  test('fits into a live frame', () => {
    const html = renderToString(<StateCell state="APPROVED" outcome="PARTIAL" />);
    expect(html.length).toBeLessThan(250);
  });
});

test('a colleague is known by initial and last name, whatever the name is like', () => {
  expect(shortName('Amina Bello')).toBe('A. Bello');
  expect(shortName('Amina')).toBe('Amina');
  expect(shortName('🙂mile Ade')).toBe('🙂. Ade');
  expect(shortName('')).toBe('');
});

test('numbers are grouped, and named only where frames replace them', () => {
  expect(renderToString(<CountValue name="late" value={1234567} />)).toBe(
    '<span id="count-late">1,234,567</span>',
  );
  expect(renderToString(<CountValue value={0} />)).toBe('<span>0</span>');
});

test('what was said and what happened are text, each in its own direction', async () => {
  const html = await validHtml(
    <>
      <ConversationCard
        messages={[{ at: now, from: 'tenant', by: hostile, kind: 'query', text: hostile }]}
        side="facility"
        zone="Africa/Lagos"
      />
      <HistoryCard history={[{ at: now, state: 'QUERIED', by: hostile }]} zone="Africa/Lagos" />
    </>,
  );
  expect(html).not.toContain('<img');
  expect(html).toContain('23 Nov 14:05');
});

test('a conversation in which nothing was said is left out', () => {
  expect(renderToString(<ConversationCard messages={[]} side="tenant" zone={'Africa/Lagos'} />)).toBe('');
});
