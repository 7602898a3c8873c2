import type { Authorization } from '../../schema/domain/authorizations/authorization.ts';
import {
  type AuthorizationNews,
  authorizationNews,
  facilityAuthorizationOf,
} from '../../schema/domain/authorizations/facility-authorization.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import type { FacilityMessage } from '../../schema/domain/network/message.ts';
import type { Outgoing } from '../actor/outbox.ts';
import { subjectId } from '../actor/replay.ts';
import type { Store } from '../actor/store.ts';
import { authorizationKey, authorizationKind } from './memory/authorizations.ts';

export interface ToldRequestsParts {
  store: Store;
  /** a request as it durably is, if it is in memory */
  rememberedRequest: (key: string) => Authorization | null | undefined;
}

const isNews = (text: string): text is AuthorizationNews => authorizationNews.some((news) => news === text);

/** With these an approved claim's lines have drawn on codes, or given back what they had drawn. */
const drawing: ReadonlySet<string> = new Set(['approved', 'reopened']);

/** The keys of the requests that an entry concerns: its own, or those whose codes a claim's lines draw on. */
function keysOf({ subject, news }: Outgoing, claims: ReadonlyMap<number, Claim>): string[] {
  const own = subjectId(subject, 'authorization');
  if (own !== null) return [authorizationKey.id(own)];
  const claim = drawing.has(news) ? claims.get(subjectId(subject, 'claim') ?? 0) : undefined;
  const codes = claim?.lines.flatMap(({ authorization }) => authorization ?? []) ?? [];
  return [...new Set(codes)].map(authorizationKey.code);
}

async function found(
  { store, rememberedRequest }: ToldRequestsParts,
  keys: readonly string[],
): Promise<Map<string, Authorization>> {
  const known = new Map(
    keys.flatMap((key) => {
      const request = rememberedRequest(key);
      return request ? [[key, request] as const] : [];
    }),
  );
  const missing = keys.filter((key) => !known.has(key));
  if (missing.length === 0) return known;
  const [rows = []] = await store.read([authorizationKind.read(missing)]);
  for (const request of authorizationKind.parse(String(rows[0]?.[0] ?? '[]')))
    for (const key of authorizationKind.keys(request)) known.set(key, request);
  return known;
}

/** What a facility is told of its requests, by journal number: each as it is now. A code of another facility's is not its own. */
export async function requestsTold(
  parts: ToldRequestsParts,
  {
    facilityId,
    batch,
    claims,
  }: { facilityId: string; batch: readonly Outgoing[]; claims: ReadonlyMap<number, Claim> },
): Promise<(outgoing: Outgoing) => FacilityMessage[]> {
  const wanted = new Map(batch.map((outgoing) => [outgoing, keysOf(outgoing, claims)]));
  const requests = await found(parts, [...new Set([...wanted.values()].flat())]);
  return (outgoing) => {
    const { seq } = outgoing;
    const news = isNews(outgoing.news) ? outgoing.news : 'authorization-used';
    return (wanted.get(outgoing) ?? []).flatMap((key): FacilityMessage[] => {
      const request = requests.get(key);
      if (request?.facilityId !== facilityId) return [];
      return [{ seq, kind: 'AuthorizationChanged', news, authorization: facilityAuthorizationOf(request) }];
    });
  };
}
