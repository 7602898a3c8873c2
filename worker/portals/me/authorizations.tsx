import type { Context } from 'hono';
import { MyAuthorizationPage } from '../../../views/enrollee/authorization-page.tsx';
import { MyAuthorizationsPage } from '../../../views/enrollee/authorizations-page.tsx';
import { answer } from '../../answer.ts';
import type { AppEnv } from '../../env.ts';
import { authorizationByNumber } from '../../queries/authorization-by-number.ts';
import { authorizationsOfPeople } from '../../queries/authorizations-of-people.ts';
import { tenantReasonCodes } from '../../queries/reason-codes.ts';
import { render } from '../../render.tsx';
import { type MyDesk, nothing } from './desk.ts';
import { myView } from './my-view.tsx';

const page_rows = 20;

/** `GET /me/authorizations?after=`: what was asked for them, and for whom they may see. */
export async function showAuthorizations(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const asked = c.req.query('after') ?? '';
  const before = /^\d{1,15}$/.test(asked) ? Number(asked) : null;
  const ids = desk.seen.map(({ id }) => id);
  const found = await authorizationsOfPeople(desk.db, ids, { before, limit: page_rows + 1 });
  const requests = found.slice(0, page_rows);
  const next = found.length > page_rows ? String(requests.at(-1)?.id) : null;
  const others = desk.seen.filter(({ id }) => id !== desk.person.id);
  const whose = Object.fromEntries(others.map(({ memberId, firstName }) => [memberId, firstName]));
  const after = before === null ? '' : asked;
  const content = <MyAuthorizationsPage {...{ requests, whose, after, next }} />;
  const page = { title: 'Authorizations', nav: 'authorizations', see: ['authorizations'] };
  return render(c, myView(c, desk, page, content));
}

/** `GET /me/authorizations/<number>`: one of their own, or of somebody they may see. */
export async function showAuthorization(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const number = c.req.param('number') ?? '';
  const [found, codes] = await Promise.all([
    authorizationByNumber(desk.db, number),
    tenantReasonCodes(desk.db),
  ]);
  const whose = found && desk.seen.find(({ id }) => id === found.enrolleeId);
  if (!found || !whose) return answer(c, nothing);
  const { person } = desk;
  const isAsked = found.alert !== null && [found.alert.to, found.enrolleeId].includes(person.id);
  const content = (
    <MyAuthorizationPage
      request={found}
      names={Object.fromEntries(codes.map(({ code, name }) => [code, name]))}
      whose={whose.id === person.id ? null : whose.firstName}
      isAsked={isAsked}
    />
  );
  const title = `Authorization at ${found.facilityName}`;
  // A claim that is paid under the code takes of what is left.
  const page = { title, nav: 'authorizations', see: [`authorizations:${number}`, 'claims'] };
  return render(c, myView(c, desk, page, content));
}
