import type { Row } from '@libsql/client/web';
import type { CommandOf, Envelope } from '../../schema/commands.ts';
import { facilityGates, type Gate } from '../../schema/domain/command-permissions.ts';
import { type Refusal, refuse } from '../../schema/domain/refusal.ts';
import { refuseUnlessOwn } from '../actor/authorize.ts';
import type { Book, Context, Decision, Done, Want } from '../actor/book.ts';
import type { Head } from '../actor/journal.ts';
import { discardDraft } from './commands/discard-draft.ts';
import { issueApiKey } from './commands/issue-api-key.ts';
import { linkTenant } from './commands/link-tenant.ts';
import { markNotices } from './commands/mark-notices.ts';
import { openFacility } from './commands/open-facility.ts';
import { putStaff } from './commands/put-staff.ts';
import { revokeApiKey } from './commands/revoke-api-key.ts';
import { saveDraft } from './commands/save-draft.ts';
import { takeInMessages } from './commands/take-in-messages.ts';
import type {
  FacilityContext,
  FacilityDid,
  FacilityHandler,
  FacilityWork,
  FacilityWorkCommand,
  FacilityWorkOutcome,
} from './handler.ts';
import { FacilityMemory } from './memory.ts';

const handlers: { [Type in keyof FacilityWork]: FacilityHandler<Type> } = {
  OpenFacility: openFacility,
  PutStaff: putStaff,
  IssueApiKey: issueApiKey,
  RevokeApiKey: revokeApiKey,
  LinkTenant: linkTenant,
  SaveDraft: saveDraft,
  DiscardDraft: discardDraft,
  MarkNotices: markNotices,
  TakeInMessages: takeInMessages,
};

/** Only a tenant's actor tells of claims and links, through `deliver`. */
const gates: Readonly<Record<keyof FacilityWork, Gate>> = { ...facilityGates, TakeInMessages: {} };

export interface FacilityBookParts {
  facilityId: string;
  started: (head: Head) => Promise<void>;
  committed: (done: readonly Done<FacilityDid>[], head: Head) => void;
}

/** A facility's commands over its memory: who may, what is wanted, what is decided. */
export class FacilityBook implements Book<FacilityWorkCommand, FacilityWorkOutcome, FacilityDid> {
  readonly memory = new FacilityMemory();
  readonly layers = this.memory.layers;
  readonly starting = this.memory.starting;
  readonly isUrgent = () => false;
  readonly #parts: FacilityBookParts;

  constructor(parts: FacilityBookParts) {
    this.#parts = parts;
  }

  async started(answers: Row[][], head: Head): Promise<void> {
    this.memory.start(answers);
    await this.#parts.started(head);
  }

  committed(done: readonly Done<FacilityDid>[], head: Head): void {
    if (done.some(({ entry }) => entry.action === 'OpenFacility')) this.memory.isOpen = true;
    this.#parts.committed(done, head);
  }

  wants({ principal, command }: Envelope<FacilityWorkCommand>): Want[] {
    return [...this.memory.people.wants(principal), ...this.#wants(command)];
  }

  #wants<Type extends keyof FacilityWork>(command: CommandOf<FacilityWork, Type>): Want[] {
    return handlers[command.type].wants(this.memory, command.input);
  }

  decide(
    { principal, command }: Envelope<FacilityWorkCommand>,
    context: Context,
  ): Decision<FacilityWorkOutcome, FacilityDid> | Refusal {
    const { facilityId } = this.#parts;
    const { memory } = this;
    const isOpen = memory.isOpen || memory.people.roles.peek('owner');
    if (command.type !== 'OpenFacility' && !isOpen) return refuse('not_found', 'There is no such facility.');
    const no = refuseUnlessOwn(
      memory.people,
      principal,
      { kind: 'facility', id: facilityId },
      gates[command.type],
    );
    return no ?? this.#decide(command, { ...context, facilityId, memory, principal });
  }

  #decide<Type extends keyof FacilityWork>(command: CommandOf<FacilityWork, Type>, context: FacilityContext) {
    return handlers[command.type].decide(command.input, context);
  }
}
