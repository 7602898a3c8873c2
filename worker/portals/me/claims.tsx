import type { Context } from 'hono';
import { MyClaimPage } from '../../../views/enrollee/claim-page.tsx';
import { MyClaimsPage } from '../../../views/enrollee/claims-page.tsx';
import { paths } from '../../../views/paths.ts';
import { answer } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { readListCursor, writeListCursor } from '../../list-cursor.ts';
import { claimByNumber } from '../../queries/claim-by-number.ts';
import { claimsOfPerson } from '../../queries/claims-of-people.ts';
import { tenantReasonCodes } from '../../queries/reason-codes.ts';
import { render } from '../../render.tsx';
import { type MyDesk, nothing } from './desk.ts';
import { myView } from './my-view.tsx';
import { choicesOf, personOf } from './whose.ts';

const page_rows = 20;

/** `GET /me/claims?of=&after=`. */
export async function showClaims(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const person = personOf(c, desk);
  if (!person) return answer(c, nothing);
  const after = c.req.query('after') ?? '';
  const cursor = after === '' ? null : readListCursor(after);
  const found = await claimsOfPerson(desk.db, { enrolleeId: person.id, after: cursor, limit: page_rows + 1 });
  const claims = found.slice(0, page_rows);
  const last = found.length > page_rows ? claims.at(-1) : undefined;
  const next = last ? writeListCursor({ key: last.serviceDate, last: String(last.id) }) : null;
  const people = choicesOf(desk, (of) => paths.me.claims({ of }));
  const content = <MyClaimsPage {...{ people, claims, after, next }} memberId={person.memberId} />;
  return render(c, myView(c, desk, { title: 'Claims', nav: 'claims', see: ['claims'] }, content));
}

/** `GET /me/claims/<number>`: one of their own, or of somebody they may see. */
export async function showClaim(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const number = c.req.param('number') ?? '';
  const [claim, codes] = await Promise.all([claimByNumber(desk.db, number), tenantReasonCodes(desk.db)]);
  const whose = claim && desk.seen.find(({ id }) => id === claim.enrolleeId);
  if (!claim || !whose) return answer(c, nothing);
  const content = (
    <MyClaimPage
      claim={claim}
      names={Object.fromEntries(codes.map(({ code, name }) => [code, name]))}
      insurer={desk.settings.name}
      whose={whose.id === desk.person.id ? null : whose.firstName}
    />
  );
  const page = { title: `Claim at ${claim.facilityName}`, nav: 'claims', see: [`claims:${number}`] };
  return render(c, myView(c, desk, page, content));
}
