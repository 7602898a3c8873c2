import type { CatalogueService, DiagnosisRange, Exclusion } from '../../plans/plan.ts';
import { refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';
import type { ExclusionIndex } from '../plan-index.ts';

/** ICD-10 codes are compared without the point: `O99.8` lies in `O00`–`O99`. */
const bare = (code: string): string => code.replaceAll('.', '').toUpperCase();

function isWithin(range: DiagnosisRange, code: string): boolean {
  const to = bare(range.to);
  return code >= bare(range.from) && (code <= to || code.startsWith(to));
}

/** Whether an ICD-10 code lies in a span: both ends included, and everything that begins like the last. */
export const isWithinRange = (range: DiagnosisRange, code: string): boolean => isWithin(range, bare(code));

/** The first exclusion that any ICD-10 diagnosis of the claim falls into; asked once a claim for each list of exclusions. */
export function excludedByDiagnosis(
  { diagnoses }: ExclusionIndex,
  given: readonly { code: string; system: string }[],
): Exclusion | null {
  if (diagnoses.length === 0) return null;
  const codes = given.filter(({ system }) => system.startsWith('ICD-10')).map(({ code }) => bare(code));
  return diagnoses.find(({ range }) => codes.some((code) => isWithin(range, code)))?.exclusion ?? null;
}

/** What the plan or the benefit excludes for a service, its group or a diagnosis (claims.md, Adjudication, 3). */
export function exclusionOf(
  index: ExclusionIndex,
  service: CatalogueService,
  byDiagnosis: Exclusion | null,
): Exclusion | null {
  return index.services.get(service.code) ?? index.groups.get(service.group) ?? byDiagnosis;
}

/** An exclusion refuses with 96 and the wording that people are shown; the diagnosis itself is never repeated. */
export function notExcluded(exclusion: Exclusion | null): Finding | null {
  return exclusion && refusal('exclusion', 'excluded', '96', { wording: exclusion.wording });
}
