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

/** Somebody who files and decides, and never gives a command up. */
export interface Caller {
  readonly doors: Doors;
  readonly insurer: Insurer;
  readonly who: Principal;
  readonly acknowledged: Acknowledged[];
  missed: number;
}

const patience_ms = 60_000;
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

/** Sends a command with the same id until it is answered; a refusal other than *unavailable* is a fault of the run. */
export async function untilAnswered(caller: Caller, sent: Sent<TenantCommand>): Promise<Outcome> {
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
