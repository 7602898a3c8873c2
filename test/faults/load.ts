import type { TenantCommand } from '../../schema/commands.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import { type Doors, type Insurer, type Outcome, type Sent, sendCommands } from '../support/insurer.ts';

/** What a caller was told about one command: where in the journal it stands. */
export interface Acknowledged {
  readonly id: string;
  readonly type: string;
  readonly seq: number;
  /** how often it had to be sent until an answer came */
  readonly tries: number;
}

/** A load of claims filed, taken and decided, that never gives a command up. */
export interface Load {
  readonly acknowledged: readonly Acknowledged[];
  /** sends that ended without an answer, or with *not reached just now* */
  readonly unanswered: () => number;
  /** rejects when a caller found a fault; never resolves */
  readonly failed: Promise<never>;
  /** lets every caller finish the claim in hand */
  readonly stop: () => Promise<void>;
}

interface Caller {
  readonly doors: Doors;
  readonly insurer: Insurer;
  readonly who: Principal;
  readonly acknowledged: Acknowledged[];
  missed: number;
}

const patience_ms = 60_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Sends a command with the same id until it is answered; a refusal other than *unavailable* is a fault of the run. */
async function untilAnswered(caller: Caller, sent: Sent<TenantCommand>): Promise<Outcome> {
  const giveUpAt = performance.now() + patience_ms;
  for (let tries = 1; performance.now() < giveUpAt; tries += 1) {
    const [answer] = await sendCommands(caller.doors, caller.insurer.tenant, [sent]).catch(() => []);
    if (answer && !answer.refused) {
      caller.acknowledged.push({ id: sent.id, type: sent.command.type, seq: answer.seq, tries });
      return answer.outcome;
    }
    if (answer?.refused && answer.code !== 'unavailable')
      throw new Error(`${sent.command.type} ${sent.id} was refused: ${answer.code} ${answer.message}`);
    caller.missed += 1;
    await pause();
  }
  throw new Error(`${sent.command.type} ${sent.id} was not answered for ${patience_ms} ms`);
}

async function oneClaim(caller: Caller, name: string, nth: number): Promise<void> {
  const { insurer, who } = caller;
  const file = { type: 'SubmitClaim', input: { ...insurer.filing(), externalId: name } } as const;
  const { number = '' } = await untilAnswered(caller, { id: `${name}-file`, command: file });
  const as = (verb: string, command: TenantCommand) => ({ id: `${name}-${verb}`, principal: who, command });
  const { version = 0, recommendation } = await untilAnswered(
    caller,
    as('take', { type: 'TakeClaim', input: { number } }),
  );
  const decision: TenantCommand =
    nth % 3 === 0
      ? { type: 'RejectClaim', input: { number, version, reasons: ['50'], sentence: 'Not needed here.' } }
      : nth % 3 === 1
        ? { type: 'QueryClaim', input: { number, version, question: 'Which ward was this?' } }
        : { type: 'ApproveClaim', input: { number, version, recommendation } };
  await untilAnswered(caller, as('decide', decision));
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
    for (let nth = 0; going; nth += 1) await oneClaim(caller, `c${index}-${nth}`, nth);
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
