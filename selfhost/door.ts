import { z } from 'zod';
import type { FacilityCommand, TenantCommand } from '../schema/commands.ts';
import type { Moment } from '../schema/domain/dates.ts';
import type { Principal } from '../schema/domain/permissions.ts';
import { riskRules } from '../schema/domain/risk/flag.ts';
import type { accountForm } from '../schema/forms/sign-in.ts';
import { patterns } from '../views/paths.ts';
import { StatedFault } from './stated-fault.ts';

/** One command for the product's own door: left without a principal it is the system's, without a moment it is now. */
export interface Sent<Command = TenantCommand | FacilityCommand> {
  id: string;
  at?: Moment;
  principal?: Principal;
  command: Command;
}

/** Whose actor is spoken to. */
export interface ActorRef {
  kind: 'tenant' | 'facility';
  id: string;
}

/** What a program wants of an answer; the other outcomes are of no use to it. */
type Done = z.output<typeof doneSchema>;
/** What an actor shows live: its counts and, a tenant's, one page of its queue. */
type ViewsPage = z.output<typeof viewsSchema>;

const doneSchema = z.object({
  seq: z.number(),
  outcome: z.looseObject({
    number: z.string().optional(),
    version: z.number().optional(),
    state: z.string().optional(),
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

const countSchema = z.object({ claims: z.number(), claimed: z.number(), approved: z.number() });
const viewsSchema = z.object({
  counts: z.object({ seq: z.number(), byState: z.record(z.string(), countSchema) }),
  queue: z
    .object({
      rows: z.array(z.object({ id: z.number(), state: z.string(), rankAt: z.number() })),
      next: z.string().nullable(),
      rebuilding: z.boolean(),
    })
    .optional(),
});

const judgedSchema = z.object({
  version: z.number(),
  flags: z.array(z.object({ n: z.number(), rule: z.enum(riskRules) })).readonly(),
  judgement: z.object({
    fingerprint: z.string(),
    approved: z.number(),
    lines: z
      .array(
        z.object({
          line: z.number(),
          approvedQuantity: z.number(),
          approved: z.number(),
          reasons: z.array(z.object({ code: z.string() })).readonly(),
        }),
      )
      .readonly(),
  }),
});
const judgementsSchema = z.object({ judgements: z.array(judgedSchema) });
/** What a tenant's actor recommends for a claim, as far as a program wants to know. */
export type Recommended = z.output<typeof judgedSchema>['judgement'];
/** A claim as it is judged now, with its version and its open risk events. */
export type Judged = z.output<typeof judgedSchema>;

/** Where the product is and what opens its door for programs of the same machine. */
export interface DoorKey {
  /** where this machine reaches the worker */
  origin: string;
  systemToken: string;
}

export interface Door {
  /** Makes an account; one that is there by this id stays as it is. */
  putAccount(account: z.input<typeof accountForm>): Promise<void>;
  /** Sends commands to one actor, in order; a refusal that is not forgiven is a fault. */
  send(actor: ActorRef, sent: readonly Sent[]): Promise<Done[]>;
  /** What a tenant's actor recommends for filed claims now, with the version of each, in their order. */
  judgements(actor: ActorRef, claims: readonly string[]): Promise<Judged[]>;
  /** What an actor shows; `after` is the `next` of the page before. */
  views(actor: ActorRef, after?: string): Promise<ViewsPage>;
}

/** Whether a command that was refused so is as good as done. */
export type Forgives = (command: Sent['command'], code: string) => boolean;

const COMMANDS_EACH_MAX = 100;

function readAnswers(body: unknown, sent: readonly Sent[], forgives: Forgives): Done[] {
  const { answers } = answersSchema.parse(body);
  return answers.map((answer, index) => {
    if (!('refused' in answer)) return answer;
    const envelope = sent[index];
    if (envelope && forgives(envelope.command, answer.code)) return { seq: 0, outcome: {} };
    const fields = (answer.errors ?? []).map(({ field, message }) => ` ${field}: ${message}`).join('');
    const what = envelope ? `${envelope.command.type} ${envelope.id}` : 'A command';
    throw new StatedFault(`${what} was refused (${answer.code}): ${answer.message}${fields}`);
  });
}

/** Opens the door: every call is JSON over HTTP and fails loudly. */
export function openDoor({ origin, systemToken }: DoorKey, forgives: Forgives = () => false): Door {
  async function post(path: string, body: unknown): Promise<unknown> {
    const response = await fetch(new URL(path, origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-vetra-system': systemToken },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new StatedFault(`${path} answered ${response.status}. ${text.slice(0, 300)}`);
    return JSON.parse(text);
  }

  return {
    async putAccount(account) {
      await post(patterns.internal.accounts, account);
    },
    async send(actor, sent) {
      const done: Done[] = [];
      for (let from = 0; from < sent.length; from += COMMANDS_EACH_MAX) {
        const envelopes = sent.slice(from, from + COMMANDS_EACH_MAX);
        const answered = await post(patterns.internal.commands, { actor, envelopes });
        done.push(...readAnswers(answered, envelopes, forgives));
      }
      return done;
    },
    async judgements(actor, claims) {
      if (claims.length === 0) return [];
      return judgementsSchema.parse(await post(patterns.internal.judgements, { actor, claims })).judgements;
    },
    async views(actor, after) {
      return viewsSchema.parse(await post(patterns.internal.views, { actor, after }));
    },
  };
}
