import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type {
  AuthorizationMoved,
  FacilityAuthorizationMoved,
  Frame,
} from '../../durable-objects/actor/live-event.ts';
import { type Clock, Countdown } from '../../views/authorizations/countdown.tsx';
import { requestNewsWords, requestWords } from '../../views/authorizations/news-words.ts';
import { AuthorizationNews, StandingCell, StandingMark } from '../../views/authorizations/standing.tsx';
import type { Standing } from '../../views/authorizations/words.ts';
import { QueueNews } from '../../views/claims/queue-news.tsx';
import { stateCellOf } from '../../views/claims/state-cell.tsx';
import { authorizationPlaceText } from '../../views/hmo/authorizations/queue-live.tsx';
import { Piece } from '../../views/ui/frame.tsx';

/** The address that the page has already, filters and all. */
const samePage = '';

const frame = (see: string, pieces: VNode): Frame => ({ see, html: renderToString(pieces) });

/** A clock, wherever it stands. */
interface Ticking {
  clock: Clock | null;
  at: number;
  zone: string;
}

const clockFrame = (see: string, target: string, { clock, at, zone }: Ticking): Frame =>
  frame(
    see,
    <Piece target={target}>
      <Countdown clock={clock} now={at} zone={zone} />
    </Piece>,
  );

/** What a list is told: where its row stands, and its clock. */
function rowFrames(rowKey: string, standing: Standing, ticking: Ticking): Frame[] {
  const mark = (
    <Piece target={stateCellOf(rowKey)}>
      <StandingCell standing={standing} />
    </Piece>
  );
  return [frame('authorizations', mark), clockFrame('authorizations', `#r-${rowKey} [data-clock]`, ticking)];
}

/** What an open page of the request is told: where it stands, its clock, and in words what happened. */
function pageFrames(see: string, standing: Standing, ticking: Ticking, words: string | undefined): Frame[] {
  const mark = (
    <Piece id="authorization-state">
      <StandingMark standing={standing} />
    </Piece>
  );
  const both = [frame(see, mark), clockFrame(see, '[data-clock]', ticking)];
  if (words === undefined) return both;
  const news = (
    <Piece id="authorization-news">
      <AuthorizationNews text={words} href={samePage} />
    </Piece>
  );
  return [...both, frame(see, news)];
}

function came(number: string, happened: string, place?: string): Frame {
  const news = (
    <Piece id="queue-news" swap="innerHTML">
      <QueueNews number={number} happened={happened} href={samePage} place={place} />
    </Piece>
  );
  return frame('authorizations', news);
}

/** What brings a request into a list that it was not in, in words. */
const cameBy: Readonly<Record<string, string>> = {
  RequestAuthorization: 'arrived',
  QueryAuthorization: 'is queried',
  AnswerAuthorization: 'is answered',
  AppealAuthorization: 'is appealed',
};

/** A request moved, for the tenant's people. */
export function authorizationFrames({ authorization, action, at, zone }: AuthorizationMoved): Frame[] {
  const { number, state, appealed, answerBy, clock_ms, queriedAt, facilityId, urgency } = authorization;
  const standing: Standing = appealed ? 'APPEALED' : state;
  const clock = answerBy === null ? null : { dueAt: answerBy, clock_ms, stands: queriedAt !== null };
  const ticking = { clock, at, zone };
  const happened = cameBy[action];
  const place =
    answerBy === null ? null : authorizationPlaceText({ standing, facilityId, urgency, answerBy });
  return [
    ...rowFrames(number, standing, ticking),
    ...pageFrames(`authorization:${number}`, standing, ticking, requestWords[action]),
    ...(happened === undefined || place === null ? [] : [came(number, happened, place)]),
  ];
}

/** A request moved, for its facility's people. */
export function facilityAuthorizationFrames(event: FacilityAuthorizationMoved): Frame[] {
  const { tenantId, request, news, at, zone } = event;
  const { number, state, appealed, dueAt, clock_ms, queriedAt } = request;
  const standing: Standing = appealed ? 'APPEALED' : state;
  const clock = dueAt === null ? null : { dueAt, clock_ms, stands: queriedAt !== null };
  const ticking = { clock, at, zone };
  const rowKey = `${tenantId}-${number}`;
  return [
    ...rowFrames(rowKey, standing, ticking),
    ...pageFrames(`authorization:${rowKey}`, standing, ticking, requestNewsWords[news]),
    ...(news === 'authorization-requested' ? [came(number, 'was sent')] : []),
  ];
}
