import type { InvestigationOutcome } from '../../../schema/commands.ts';
import type { StoredFile } from '../../../schema/domain/attachments/stored-file.ts';
import type { Decider } from '../../../schema/domain/claims/deciding.ts';
import type { Investigation } from '../../../schema/domain/investigations/investigation.ts';
import { isRefusal, type Refusal } from '../../../schema/domain/refusal.ts';
import type { Decision } from '../../actor/book.ts';
import type { Data } from '../../actor/journal.ts';
import type { TenantContext, TenantDid } from '../handler.ts';
import { stepInvestigation } from '../investigating/on-investigation.ts';
import { putFile } from './places.ts';

/** What becomes of the investigation with its file, and what the journal says of the file. */
interface Change {
  step: (investigation: Investigation, decider: Decider) => Investigation | Refusal;
  data: Data;
}

/** A file of an investigation's comes or goes: its history says so, and whoever would close it sees it first. */
export function fileOfInvestigation(
  number: string,
  file: StoredFile,
  { step, data }: Change,
  context: TenantContext,
): Decision<InvestigationOutcome & { attachmentId: string }, TenantDid> | Refusal {
  const changed = stepInvestigation(number, step, () => ({ data }), context);
  if (isRefusal(changed)) return changed;
  putFile(context.memory, file);
  return {
    ...changed,
    outcome: { ...changed.outcome, attachmentId: file.id },
    did: { ...changed.did, files: [file] },
  };
}
