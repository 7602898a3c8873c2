import { type JudgedLine, type ListedClaim, numberOf, reasonOf, toLines, toPage } from './answers.ts';
import { type Api, inParallel } from './api.ts';
import type { ClaimBody, Put } from './requests.ts';

/** Something that the API would not take, with the reason it gave. */
export type Refused = { what: string; id: string; reason: string };

/** What filing the claims came to. */
export type Filed = { filed: number; repeated: number; refused: Refused[] };

/** The only fields that are read back. */
const LISTED = 'number,externalId,claimed,serviceDate';

/** Every claim of the tenant, page by page. */
export async function listClaims(api: Api): Promise<ListedClaim[]> {
  const found: ListedClaim[] = [];
  for (let cursor: string | null = null; ; ) {
    const query = new URLSearchParams({
      limit: '200',
      fields: LISTED,
      ...(cursor === null ? {} : { cursor }),
    });
    const { status, body } = await api.call('GET', `/v1/claims?${query}`);
    if (status !== 200) throw new Error(`Listing the claims: ${reasonOf(status, body)}`);
    const page = toPage(body);
    found.push(...page.data);
    if (page.next === null) return found;
    cursor = page.next;
  }
}

/** The lines of the claims, each with what is recommended for it; read claim by claim, because a list does not say. */
export async function readLines(
  api: Api,
  claims: readonly ListedClaim[],
  limit: number,
): Promise<JudgedLine[]> {
  const found: JudgedLine[] = [];
  await inParallel(claims, limit, async ({ number }) => {
    const { status, body } = await api.call('GET', `/v1/claims/${number}?fields=lines`);
    if (status !== 200) throw new Error(`Reading ${number}: ${reasonOf(status, body)}`);
    found.push(...toLines(body));
  });
  return found;
}

/** Creates facilities, services or enrollees, or brings them up to date; answers what was refused. */
export async function putAll(api: Api, noun: string, puts: Put[], limit: number): Promise<Refused[]> {
  const refused: Refused[] = [];
  await inParallel(puts, limit, async ({ externalId, body }) => {
    const answer = await api.call('PUT', `/v1/${noun}/${encodeURIComponent(externalId)}`, body);
    if (answer.status >= 300) {
      refused.push({ what: noun, id: externalId, reason: reasonOf(answer.status, answer.body) });
    }
  });
  return refused;
}

/**
 * Files the claims. The key of each is made from its Id in the data, so that a claim sent twice is the same claim: the
 * API answers 201 when it files one and 200 when it had it.
 */
export async function fileAll(api: Api, claims: ClaimBody[], limit: number): Promise<Filed> {
  const outcome: Filed = { filed: 0, repeated: 0, refused: [] };
  await inParallel(claims, limit, async (claim) => {
    const answer = await api.call('POST', '/v1/claims', claim, `synthea-${claim.externalId}`);
    if (answer.status === 201 && numberOf(answer.body)) outcome.filed += 1;
    else if (answer.status === 200 && numberOf(answer.body)) outcome.repeated += 1;
    else
      outcome.refused.push({
        what: 'claims',
        id: claim.externalId,
        reason: reasonOf(answer.status, answer.body),
      });
  });
  return outcome;
}
