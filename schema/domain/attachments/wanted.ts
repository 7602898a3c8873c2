import type { Attachment } from '../claims/attachment.ts';
import type { Minor } from '../money.ts';

/** A file that a tenant wants with claims of some services, from an amount on (claims.md, Intake). */
export interface WantedFile {
  /** group of services; '' is any */
  group: string;
  /** the least that the claim's lines of that group come to */
  from: Minor;
  /** what it is called, for whoever attaches it */
  kind: string;
}

/** What is wanted, and what becomes of a claim that comes without it. */
export interface AttachmentRules {
  wanted: WantedFile[];
  /** true: intake refuses it (reason 252); false: it is taken, says so, and a person looks at it */
  refuses: boolean;
}

/** Nothing is wanted until the tenant says so. */
export const noAttachmentRules: AttachmentRules = { wanted: [], refuses: true };

/** A line as far as files are asked for by it. */
interface WantingLine {
  group: string;
  claimed: Minor;
}

/** The files that these lines call for, each once, in the order of the rules. */
export function wantedKinds(lines: readonly WantingLine[], rules: AttachmentRules): string[] {
  const kinds = rules.wanted.filter(({ group, from }) => {
    const meant = lines.filter((line) => group === '' || line.group === group);
    return meant.length > 0 && meant.reduce((sum, { claimed }) => sum + claimed, 0) >= from;
  });
  return [...new Set(kinds.map(({ kind }) => kind))];
}

/** Those of the files wanted that are not among what is attached. */
export const missingKinds = (
  wanted: readonly string[],
  files: readonly Pick<Attachment, 'kind'>[],
): string[] => wanted.filter((kind) => !files.some((file) => file.kind === kind));
