import type { TenantCommand, TenantCommands, TenantOutcome } from '../../../schema/commands.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import type { RowReason } from '../../../schema/domain/imports/import.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { FieldError, Refusal } from '../../../schema/domain/refusal.ts';
import type { ImportWork } from '../../../schema/imports/work.ts';
import type { Decision, Want } from '../../actor/book.ts';
import type { TenantContext, TenantDid, TenantHandler } from '../handler.ts';
import type { TenantMemory } from '../memory.ts';

/** A single command that does a row, or a part of it: decided by its own handler, as if somebody had sent it. */
export interface Step {
  command: TenantCommand;
  wants: () => Want[];
  decide: (context: TenantContext) => Decision<TenantOutcome, TenantDid> | Refusal;
}

/** What commands are named with, beside what stands in memory. */
export interface StepContext {
  at: Moment;
  principal: Principal;
}

/** How the actor does rows of one kind: by which commands. No rule is written here. */
export interface RowKind<Work extends ImportWork> {
  /** what must be in memory before its commands can be named */
  wants: (memory: TenantMemory, work: Work) => Want[];
  /** the commands, in order; or why there are none for this row */
  steps: (memory: TenantMemory, work: Work, context: StepContext) => Step[] | FieldError[];
  /** what the row is about, as it stands: compared before and after */
  value: (memory: TenantMemory, work: Work) => object | null;
  /** what rows that change something are counted by; null: they are not */
  group: (memory: TenantMemory, work: Work) => string | null;
  /** what is said of fields, said of the file's columns */
  reasons: (errors: readonly FieldError[], work: Work) => RowReason[];
}

/** A step that is done by this command. */
export function stepOf<Type extends keyof TenantCommands>(
  type: Type,
  handler: TenantHandler<Type>,
  input: TenantCommands[Type]['input'],
  memory: TenantMemory,
  principal: Principal,
): Step {
  return {
    command: { type, input } as TenantCommand,
    wants: () => handler.wants(memory, input, principal),
    decide: (context) => handler.decide(input, context),
  };
}
