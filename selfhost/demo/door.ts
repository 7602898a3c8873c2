import { z } from 'zod';
import type { FacilityCommand, TenantCommand } from '../../schema/commands.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import { StatedFault } from '../stated-fault.ts';
import type { DemoPerson } from './people.ts';

/** One command for the product's own door: left without a principal it is the system's. */
export interface Sent<Command = TenantCommand | FacilityCommand> {
  id: string;
  at: Moment;
  principal?: Principal;
  command: Command;
}

/** What the seed wants of an answer; the other outcomes are of no use to it. */
type Done = z.output<typeof doneSchema>;

const doneSchema = z.object({
  seq: z.number(),
  outcome: z.looseObject({
    number: z.string().optional(),
    version: z.number().optional(),
    memberId: z.string().optional(),
  }),
});
const refusedSchema = z.object({
  refused: z.literal(true),
  code: z.string(),
  message: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
const answersSchema = z.object({ answers: z.array(z.union([refusedSchema, doneSchema])) });

/** Where the product is and what opens its door for programs of the same machine. */
export interface DoorKey {
  /** where this machine reaches the worker */
  origin: string;
  /** what requests name as their origin, where that is another address */
  publicOrigin: string;
  systemToken: string;
}

export interface Door {
  putAccount(person: DemoPerson, password: string): Promise<void>;
  /** Sends commands to one actor, in order; a refusal ends the seeding, for nothing in the demo is meant to be refused. */
  send(actor: { kind: 'tenant' | 'facility'; id: string }, sent: readonly Sent[]): Promise<Done[]>;
}

const COMMANDS_EACH_MAX = 100;

function readAnswers(body: unknown, sent: readonly Sent[]): Done[] {
  const { answers } = answersSchema.parse(body);
  return answers.map((answer, index) => {
    if (!('refused' in answer)) return answer;
    // A lease of long ago lapses by itself as soon as the actor's alarm rings: giving it back may come too late.
    const released = sent[index]?.command.type === 'ReleaseClaim' && answer.code === 'wrong_state';
    if (released) return { seq: 0, outcome: {} };
    const fields = (answer.errors ?? []).map(({ field, message }) => ` ${field}: ${message}`).join('');
    const { id, command } = sent[index] ?? { id: '?', command: { type: '?' } };
    throw new StatedFault(
      `The demo's ${command.type} ${id} was refused (${answer.code}): ${answer.message}${fields}`,
    );
  });
}

/** Opens the door: every call is JSON over HTTP and fails loudly. */
export function openDoor({ origin, publicOrigin, systemToken }: DoorKey): Door {
  async function post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(new URL(path, origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-vetra-system': systemToken, origin: publicOrigin },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok)
      throw new StatedFault(`Seeding the demo: ${path} answered ${response.status}. ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }

  return {
    async putAccount({ accountId, email, name }, password) {
      await post('/internal/accounts', { id: accountId, email, name, password, demo: true });
    },
    async send(actor, sent) {
      const done: Done[] = [];
      for (let from = 0; from < sent.length; from += COMMANDS_EACH_MAX) {
        const envelopes = sent.slice(from, from + COMMANDS_EACH_MAX);
        done.push(...readAnswers(await post('/internal/commands', { actor, envelopes }), envelopes));
      }
      return done;
    },
  };
}
