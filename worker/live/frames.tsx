import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type {
  ClaimMoved,
  CountersMoved,
  FacilityClaimMoved,
  Frame,
  ImportMoved,
  LinkMoved,
  LiveEvent,
  RankingMoved,
} from '../../durable-objects/actor/live-event.ts';
import { accountsOf } from '../../schema/domain/audience.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import { pileOf, pileTopic } from '../../schema/domain/piles/pile.ts';
import { ClaimNews, ClaimStateMark } from '../../views/claims/claim-state.tsx';
import { OrderNews, QueueNews } from '../../views/claims/queue-news.tsx';
import { StateCell, stateCellOf } from '../../views/claims/state-cell.tsx';
import { placeText } from '../../views/hmo/queue-live.tsx';
import { RankingMark } from '../../views/hmo/queue-rules/ranking-mark.tsx';
import { ImportProgress } from '../../views/imports/import-progress.tsx';
import { LinkNewsMark, LinkStateMark, linkStateId } from '../../views/network/link-state.tsx';
import { linkNewsWords } from '../../views/network/link-words.ts';
import { paths } from '../../views/paths.ts';
import { BellDot } from '../../views/ui/bell-dot.tsx';
import { Piece } from '../../views/ui/frame.tsx';
import { authorizationFrames, facilityAuthorizationFrames } from './authorization-frames.tsx';
import { countFrames, dashboardFrames } from './count-frames.tsx';
import { exportFrames, memberFrames } from './member-frames.tsx';
import { facilityWords, tenantWords } from './news-words.ts';
import { pileFrames } from './pile-frames.tsx';

const name_bytes_max = 120;

/** The address that the page has already, filters and all. */
const samePage = '';

/** A name whose words are cut to what a frame has room for. */
const clipped = (name: string | undefined) =>
  name?.replace(/\S{25,}/gu, (word) => `${[...word].slice(0, 24).join('')}…`);

const frame = (see: string, pieces: VNode): Frame => ({ see, html: renderToString(pieces) });

/** What an open page of the claim is told: its state at once, and in words what happened, with the way to see it. */
function claimFrames(
  see: string,
  { state, outcome }: Pick<Claim, 'state' | 'outcome'>,
  words: string | undefined,
): Frame[] {
  const mark = frame(
    see,
    <Piece id="claim-state">
      <ClaimStateMark state={state} outcome={outcome} />
    </Piece>,
  );
  if (words === undefined) return [mark];
  const news = frame(
    see,
    <Piece id="claim-news">
      <ClaimNews text={words} href={samePage} />
    </Piece>,
  );
  return [mark, news];
}

type Row = Parameters<typeof StateCell>[0] & { rowKey: string };

function rowFrame(see: string, { rowKey, ...state }: Row): Frame {
  return frame(
    see,
    <Piece target={stateCellOf(rowKey)}>
      <StateCell {...state} />
    </Piece>,
  );
}

function newRows(see: string, news: Omit<Parameters<typeof QueueNews>[0], 'href'>): Frame {
  return frame(
    see,
    <Piece id="queue-news" swap="innerHTML">
      <QueueNews {...news} href={samePage} />
    </Piece>,
  );
}

/** What brings a claim into a list that it was not in, in words. */
const cameBy: Readonly<Record<string, string>> = {
  SubmitClaim: 'arrived',
  ReceiveClaim: 'was received',
  QueryClaim: 'is queried',
  AnswerQuery: 'is answered',
  ReopenClaim: 'is open again',
};

/** That a claim came, with where it stands: each page says whether it belongs there. */
function cameFrames(claim: ClaimMoved['claim'], happened: string | undefined): Frame[] {
  if (happened === undefined) return [];
  const place = placeText(claim);
  return [newRows('queue', { number: claim.number, happened, place })];
}

/** What to say of a command: an approval above its maker's ceiling proposes, and a batch approves or rejects. */
function saidOf(action: string, state: Claim['state']): string {
  if (action !== 'ApproveClaim' && action !== 'DecideInBatch') return action;
  if (state === 'IN_REVIEW') return 'ProposeApproval';
  return state === 'REJECTED' ? 'RejectClaim' : 'ApproveClaim';
}

/** A claim that a manager gave away: whoever has it open hears at once who has it now. */
const reassignedWords = (holder: string | undefined): string =>
  holder === undefined ? 'This claim has been freed.' : `${holder} has this claim now.`;

function tenantFrames({ claim, lease, action }: ClaimMoved): Frame[] {
  const { number, state, outcome } = claim;
  const holder = clipped(lease?.name);
  const row = rowFrame('queue', { rowKey: number, state, outcome, holder });
  const words = action === 'ReassignClaim' ? reassignedWords(holder) : tenantWords[saidOf(action, state)];
  const pile = pileTopic(pileOf(claim));
  return [
    row,
    { ...row, see: pile },
    ...claimFrames(`claim:${number}`, claim, words),
    ...cameFrames(claim, cameBy[action]),
    ...(action === 'SubmitClaim' ? [newRows(pile, { number, happened: 'arrived' })] : []),
  ];
}

function facilityFrames({ claim, tenantId, news }: FacilityClaimMoved): Frame[] {
  const { number, state, outcome } = claim;
  const rowKey = `${tenantId}-${number}`;
  const row = rowFrame('claims', { rowKey, state, outcome });
  const arrived = news === 'submitted' ? [newRows('claims', { number, happened: 'submitted' })] : [];
  return [row, ...claimFrames(`claim:${rowKey}`, claim, facilityWords[news]), ...arrived];
}

const bytesOf = (letter: string) =>
  new TextEncoder().encode(/[&<>"']/.test(letter) ? '&quot;' : letter).length;

/** So much of a name that a frame has room for it, whatever it is written in. */
function brief(name: string): string {
  let bytes = 0;
  const letters = [...name];
  const kept = letters.filter((letter) => {
    bytes += bytesOf(letter);
    return bytes <= name_bytes_max;
  });
  return kept.length === letters.length ? name : `${kept.join('')}…`;
}

/** A link's state wherever it stands, and in words what happened: the pages differ by side, so they are looked at again. */
function linkFrames({ other, otherName, state, news }: LinkMoved): Frame[] {
  const mark = (
    <Piece id={linkStateId(other)}>
      <LinkStateMark other={other} state={state} />
    </Piece>
  );
  const words = (
    <Piece id="link-news">
      <LinkNewsMark name={brief(otherName)} text={linkNewsWords[news]} href={samePage} />
    </Piece>
  );
  return ['network', `link:${other}`].flatMap((see) => [frame(see, mark), frame(see, words)]);
}

/** How far an import is; when it waits for somebody or is done, the pages that show it look again. */
function importFrames({ import: { id, ...glance }, tenant }: ImportMoved): Frame[] {
  const progress = (
    <Piece id="import-progress">
      <ImportProgress {...glance} href={paths.staff(tenant).import(id)} />
    </Piece>
  );
  return [frame(`import:${id}`, progress)];
}

/** How far the queue is ranked anew; when it is, those who look at the queue are told that it has another order. */
function rankingFrames({ ranking }: RankingMoved): Frame[] {
  const progress = (
    <Piece id="ranking">
      <RankingMark {...ranking} />
    </Piece>
  );
  const news = (
    <Piece id="queue-news" swap="innerHTML">
      <OrderNews href={samePage} />
    </Piece>
  );
  return [frame('ranking', progress), ...(ranking.isOver ? [frame('queue', news)] : [])];
}

/** Everybody hears of the bell and of how much is open; how many notices are unread differs by person, so a dot says that there are some. */
function counterFrames({ counts, figures, notices, noticesNew }: CountersMoved): Frame[] {
  const bell = (
    <Piece id="bell-count">
      <BellDot />
    </Piece>
  );
  const dot = renderToString(bell);
  const named = new Set(notices.flatMap(({ audience }) => accountsOf(audience) ?? []));
  return [
    ...countFrames(counts, noticesNew > 0 ? dot : ''),
    ...dashboardFrames(counts, figures),
    ...[...named].map((id) => ({ see: `account:${id}`, html: dot })),
  ];
}

/** The pieces of HTML that an event changes on open pages: each at most 400 bytes, the same for everybody who looks. */
export function renderFrames(event: LiveEvent): Frame[] {
  switch (event.kind) {
    case 'claim-moved':
      return tenantFrames(event);
    case 'pile-moved':
      return pileFrames(event);
    case 'facility-claim-moved':
      return facilityFrames(event);
    case 'link-moved':
      return linkFrames(event);
    case 'import-moved':
      return importFrames(event);
    case 'authorization-moved':
      return authorizationFrames(event);
    case 'facility-authorization-moved':
      return facilityAuthorizationFrames(event);
    case 'ranking-moved':
      return rankingFrames(event);
    case 'member-moved':
      return memberFrames(event);
    case 'export-moved':
      return exportFrames(event);
    case 'counters-moved':
      return counterFrames(event);
    default:
      return event satisfies never;
  }
}
