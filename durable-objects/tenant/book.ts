import type { Row } from '@libsql/client/web';
import type {
  CommandOf,
  Envelope,
  TenantCommand,
  TenantCommands,
  TenantOutcome,
} from '../../schema/commands.ts';
import { type Gate, tenantGates } from '../../schema/domain/command-permissions.ts';
import { makeId } from '../../schema/domain/ids.ts';
import { enrolleeOf } from '../../schema/domain/members/portal-id.ts';
import { type Refusal, refuse } from '../../schema/domain/refusal.ts';
import { refuseUnlessCovered, refuseUnlessLinked, refuseUnlessOwn } from '../actor/authorize.ts';
import type { Book, Context, Decision, Done, Want } from '../actor/book.ts';
import type { Head } from '../actor/journal.ts';
import type { TenantContext, TenantDid } from './handler.ts';
import { handlers } from './handlers.ts';
import { isUrgent } from './is-urgent.ts';
import { enrolleeKey } from './memory/enrollees.ts';
import { linkKey } from './memory/network.ts';
import { only } from './memory/settings.ts';
import { TenantMemory } from './memory.ts';

const gates: Readonly<Record<keyof TenantCommands, Gate>> = tenantGates;

/** What a tenant's book is handed: everything outside of memory. */
export interface TenantBookParts {
  tenantId: string;
  random: (bytes: number) => Uint8Array;
  /** whether an account has the product open now */
  isHere: (accountId: string) => boolean;
  hasBucket: boolean;
  started: (head: Head) => Promise<void>;
  committed: (done: readonly Done<TenantDid>[], head: Head) => void;
}

/** A tenant's commands over its memory: who may, what is wanted, what is decided. */
export class TenantBook implements Book<TenantCommand, TenantOutcome, TenantDid> {
  readonly memory = new TenantMemory();
  readonly layers = this.memory.layers;
  readonly starting = this.memory.starting;
  readonly isUrgent = isUrgent;
  readonly #parts: TenantBookParts;

  constructor(parts: TenantBookParts) {
    this.#parts = parts;
  }

  async started(answers: Row[][], head: Head): Promise<void> {
    this.memory.start(answers);
    await this.#parts.started(head);
  }

  committed(done: readonly Done<TenantDid>[], head: Head): void {
    this.#parts.committed(done, head);
  }

  wants({ principal, command }: Envelope<TenantCommand>): Want[] {
    return [...this.#whoWants(principal), ...this.#wants(command, principal)];
  }

  /** What must be in memory to know what a principal may do. */
  #whoWants(principal: TenantContext['principal']): Want[] {
    const { kind, id } = principal.organisation;
    if (kind === 'facility') return [{ shelf: this.memory.links, key: linkKey.facility(id) }];
    if (kind !== 'enrollee') return this.memory.people.wants(principal);
    const covered = enrolleeOf(id);
    return covered ? [{ shelf: this.memory.enrollees, key: enrolleeKey.id(covered.enrolleeId) }] : [];
  }

  #wants<Type extends keyof TenantCommands>(
    command: CommandOf<TenantCommands, Type>,
    principal: TenantContext['principal'],
  ) {
    return handlers[command.type].wants(this.memory, command.input, principal);
  }

  decide(
    { principal, command }: Envelope<TenantCommand>,
    context: Context,
  ): Decision<TenantOutcome, TenantDid> | Refusal {
    const { tenantId, random, isHere, hasBucket } = this.#parts;
    if (command.type !== 'OpenTenant' && !this.memory.settings.get(only))
      return refuse('not_found', 'There is no such insurer.');
    const no = this.#refuse(principal, gates[command.type]);
    if (no) return no;
    const newId = () => makeId(context.at, random(13));
    return this.#decide(command, {
      ...context,
      tenantId,
      memory: this.memory,
      principal,
      newId,
      random,
      isHere,
      hasBucket,
    });
  }

  #decide<Type extends keyof TenantCommands>(
    command: CommandOf<TenantCommands, Type>,
    context: TenantContext,
  ) {
    return handlers[command.type].decide(command.input, context);
  }

  #refuse(principal: TenantContext['principal'], gate: Gate): Refusal | null {
    const { kind, id } = principal.organisation;
    if (kind === 'facility' && principal.via !== 'system') {
      const link = this.memory.links.get(linkKey.facility(id));
      return refuseUnlessLinked(link, principal, gate);
    }
    if (kind === 'enrollee') {
      const covered = enrolleeOf(id);
      const own = covered?.tenantId === this.#parts.tenantId ? covered.enrolleeId : null;
      const person = own === null ? null : this.memory.enrollees.get(enrolleeKey.id(own));
      return refuseUnlessCovered(person?.portal ?? null, principal, gate);
    }
    return refuseUnlessOwn(this.memory.people, principal, { kind: 'tenant', id: this.#parts.tenantId }, gate);
  }
}
