import type { TenantCommand } from '../../schema/commands.ts';
import type { Doors, Insurer } from '../support/insurer.ts';
import { type Acknowledged, type Caller, untilAnswered } from './caller.ts';
import { oneRequest } from './requests.ts';

/** A load of requests and of claims filed, taken, asked about, answered, withdrawn and decided, singly and in batches, that never gives a command up. */
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

async function oneClaim(caller: Caller, name: string, nth: number): Promise<void> {
  const input = { ...caller.insurer.filing(), externalId: name };
  const filed = await untilAnswered(caller, { id: `${name}-file`, command: { type: 'SubmitClaim', input } });
  const hand = { caller, name, number: filed.number ?? '', month: input.startedAt.slice(0, 7) };
  const way = nth % 5;
  if (way === 3) return withdraw(hand);
  if (way === 4) return decideInBatch(hand);
  const { version = 0, recommendation = '' } = await does(hand, 'take', {
    type: 'TakeClaim',
    input: { number: hand.number },
  });
  if (way === 0) return reject(hand, version);
  return way === 1 ? queryAndAnswer(hand, version) : approve(hand, version, recommendation);
}

/** Starts `callers` callers; each files, takes and decides claim after claim. */
export function startLoad(doors: Doors, insurer: Insurer, callers: number): Load {
  const acknowledged: Acknowledged[] = [];
  const all: Caller[] = [];
  let going = true;
  const work = async (index: number) => {
    const who = insurer.staff[index % insurer.staff.length];
    if (!who) throw new Error('the insurer has no staff');
    const caller: Caller = { doors, insurer, who, acknowledged, missed: 0 };
    all.push(caller);
    for (let nth = 0; going; nth += 1) {
      const name = `c${index}-${nth}`;
      await (nth % 6 === 5 ? oneRequest(caller, name, Math.floor(nth / 6)) : oneClaim(caller, name, nth));
    }
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
