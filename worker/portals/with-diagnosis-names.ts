import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { Env } from '../env.ts';
import { referenceDatabase } from '../queries/database.ts';
import { diagnosesByCode } from '../queries/diagnoses-by-code.ts';

/** The claim, or the request, with what its diagnoses mean, where it was filed with their codes alone. */
export async function withDiagnosisNames<One extends Pick<Claim, 'diagnoses'>>(
  env: Env,
  claim: One,
): Promise<One> {
  const nameless = claim.diagnoses.filter(({ name }) => name === '').map(({ code }) => code);
  if (nameless.length === 0) return claim;
  const names = await diagnosesByCode(referenceDatabase(env), nameless);
  const diagnoses = claim.diagnoses.map((each) => ({ ...each, name: each.name || (names[each.code] ?? '') }));
  return { ...claim, diagnoses };
}
