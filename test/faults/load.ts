import type { TenantCommand } from '../../schema/commands.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import type { Doors, Insurer } from '../support/insurer.ts';
import { type Acknowledged, type Caller, untilAnswered } from './caller.ts';
import { oneRequest } from './requests.ts';
import { aboveLimit, inPile, suspicious, vetted_month, vetters } from './second-person.ts';
import type { Uploads } from './uploads.ts';

/**
 * A load of requests and of claims filed, taken, vetted, asked about, answered, withdrawn, proposed, flagged, given files and decided, singly and
 * in batches, that never gives a command up.
 */
export interface Load {
  readonly acknowledged: readonly Acknowledged[];
  /** sends that ended without an answer, or with *not reached just now* */
  readonly unanswered: () => number;
  /** rejects when a caller found a fault; never resolves */
  readonly failed: Promise<never>;
  /** lets every caller finish the claim in hand */
  readonly stop: () => Promise<void>;
}

/** One claim on its way: who works on it, its number, and the first part of its commands' ids. */
interface InHand {
  readonly caller: Caller;
  readonly name: string;
  readonly number: string;
  readonly month: string;
}

/** Does one command about it, by its own person; its id names what is done. */
const does = ({ caller, name }: InHand, verb: string, command: TenantCommand, principal = caller.who) =>
  untilAnswered(caller, { id: `${name}-${verb}`, principal, command });

async function reject(hand: InHand, version: number): Promise<void> {
  const input = { number: hand.number, version, reasons: ['50'], sentence: 'Not needed here.' };
  await does(hand, 'decide', { type: 'RejectClaim', input });
}

async function queryAndAnswer(hand: InHand, version: number): Promise<void> {
  const { number, caller } = hand;
  await does(hand, 'query', { type: 'QueryClaim', input: { number, version, question: 'Which ward?' } });
  const answer = { type: 'AnswerQuery', input: { number, answer: 'The second ward.' } } as const;
  await does(hand, 'answer', answer, caller.insurer.clerk);
}

async function approve(hand: InHand, version: number, recommendation: string): Promise<void> {
  const input = { number: hand.number, version, recommendation };
  await does(hand, 'decide', { type: 'ApproveClaim', input });
}

async function withdraw(hand: InHand): Promise<void> {
  const { number, caller } = hand;
  await does(hand, 'withdraw', { type: 'WithdrawClaim', input: { number } }, caller.insurer.clerk);
}

/** Acknowledged once it is begun: what a kill cuts off goes on by itself. */
async function decideInBatch(hand: InHand): Promise<void> {
  const { number, month, caller } = hand;
  const pile = { facilityId: caller.insurer.facilityId, month, numbers: [number] };
  const { batchId = '' } = await does(hand, 'prepare', { type: 'PrepareBatch', input: pile });
  await does(hand, 'batch', { type: 'DecideBatch', input: { batchId, verb: 'approve' } });
}

type Filing = Caller['insurer']['filing'];

async function file(caller: Caller, name: string, input = caller.insurer.filing()): Promise<InHand> {
  const named: ReturnType<Filing> = { ...input, externalId: name };
  const command = { type: 'SubmitClaim', input: named } as const;
  const filed = await untilAnswered(caller, { id: `${name}-file`, command });
  return { caller, name, number: filed.number ?? '', month: named.startedAt.slice(0, 7) };
}

async function take(hand: InHand, verb = 'take'): Promise<{ version: number; recommendation: string }> {
  const input = { number: hand.number };
  const { version = 0, recommendation = '' } = await does(hand, verb, { type: 'TakeClaim', input });
  return { version, recommendation };
}

/** Adds a claim to the pile that is vetted, and vets whichever is next there: of all who do, nobody gets another's. */
async function vet(caller: Caller, name: string, vetter: number, nth: number): Promise<void> {
  const hand = await file(caller, name, inPile(caller.insurer, vetter, nth));
  const pile = { facilityId: caller.insurer.facilityId, month: vetted_month };
  const { number = '' } = await does(hand, 'vet', { type: 'VetNext', input: pile });
  const vetted = { ...hand, number };
  const { version, recommendation } = await take(vetted);
  await approve(vetted, version, recommendation);
}

/** Approves above one's limit: somebody else confirms it, or declines, and it is rejected. */
async function propose(caller: Caller, name: string, second: Principal, isDeclined: boolean): Promise<void> {
  const hand = await file(caller, name, aboveLimit(caller.insurer));
  const { number } = hand;
  const { version: taken, recommendation } = await take(hand);
  const approving = { number, version: taken, recommendation };
  const proposed = await does(hand, 'propose', { type: 'ApproveClaim', input: approving });
  const { version = 0 } = proposed;
  if (!isDeclined)
    return void (await does(
      hand,
      'confirm',
      { type: 'ConfirmProposal', input: { number, version } },
      second,
    ));
  const input = { number, version, sentence: 'Look at the quantities again.' };
  await does(hand, 'decline', { type: 'DeclineProposal', input }, second);
  return reject(hand, (await take(hand, 'retake')).version);
}

async function dispose(caller: Caller, name: string): Promise<void> {
  const hand = await file(caller, name, suspicious(caller.insurer));
  const { version, recommendation } = await take(hand);
  const input = { number: hand.number, n: 1, verdict: 'DISMISSED', reason: 'A day case.' } as const;
  await does(hand, 'dispose', { type: 'DisposeRiskEvent', input });
  return approve(hand, version, recommendation);
}

async function attach(caller: Caller, name: string, uploads: Uploads, isStreamed: boolean): Promise<void> {
  const hand = await file(caller, name);
  await (isStreamed ? uploads.streamed(hand.number, name) : uploads.piecewise(hand.number, name));
  const { version, recommendation } = await take(hand);
  return approve(hand, version, recommendation);
}

async function oneClaim(caller: Caller, name: string, nth: number): Promise<void> {
  const hand = await file(caller, name);
  const way = nth % 5;
  if (way === 3) return withdraw(hand);
  if (way === 4) return decideInBatch(hand);
  const { version, recommendation } = await take(hand);
  if (way === 0) return reject(hand, version);
  return way === 1 ? queryAndAnswer(hand, version) : approve(hand, version, recommendation);
}

/** Those besides the callers who are needed. */
export interface Helpers {
  /** who confirms what they propose */
  readonly second: Principal;
  readonly uploads: Uploads;
}

/** Two of three are what they always were; the third is what takes two people, a pile, a risk event or a file. */
function oneOf(caller: Caller, index: number, nth: number, { second, uploads }: Helpers): Promise<void> {
  const name = `c${index}-${nth}`;
  if (nth % 6 === 5) return oneRequest(caller, name, Math.floor(nth / 6) + index);
  if (nth % 3 !== 1) return oneClaim(caller, name, nth);
  const turn = Math.floor(nth / 3) + index;
  const isOdd = Math.floor(turn / 4) % 2 === 1;
  if (turn % 4 === 0) return propose(caller, name, second, isOdd);
  if (turn % 4 === 1) return dispose(caller, name);
  if (turn % 4 === 2) return attach(caller, name, uploads, isOdd);
  return index < vetters ? vet(caller, name, index, nth) : dispose(caller, name);
}

/** Starts `callers` callers; each files, takes and decides claim after claim. */
export function startLoad(doors: Doors, insurer: Insurer, helpers: Helpers, callers: number): Load {
  const acknowledged: Acknowledged[] = [];
  const all: Caller[] = [];
  let going = true;
  const work = async (index: number) => {
    const who = insurer.staff[index % insurer.staff.length];
    if (!who) throw new Error('the insurer has no staff');
    const caller: Caller = { doors, insurer, who, acknowledged, missed: 0 };
    all.push(caller);
    for (let nth = 0; going; nth += 1) await oneOf(caller, index, nth, helpers);
  };
  const done = Promise.all(Array.from({ length: callers }, (_, index) => work(index)));
  const failed = new Promise<never>((_, reject) => done.catch(reject));
  failed.catch(() => undefined);
  return {
    acknowledged,
    failed,
    unanswered: () => all.reduce((sum, caller) => sum + caller.missed, 0),
    stop: async () => {
      going = false;
      await done;
    },
  };
}
