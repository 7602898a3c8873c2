import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { ExportPage } from '../../../views/enrollee/export-page.tsx';
import { paths } from '../../../views/paths.ts';
import { answer } from '../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { ownData } from '../../exports/own-data.ts';
import { zipOf } from '../../exports/zip.ts';
import { addressOf } from '../../middleware/address.ts';
import { render } from '../../render.tsx';
import { arriveAnew, type MyDesk, nothing } from './desk.ts';
import { myView } from './my-view.tsx';

/** `GET /me/data`. */
export function showExport(c: Context<AppEnv>, desk: MyDesk): Response {
  const { exported } = desk.person;
  const ready = exported !== null && desk.now < exported.until ? exported : null;
  const content = <ExportPage zone={desk.zone} ready={ready} commandId={freshId()} />;
  return render(c, myView(c, desk, { title: 'My data', nav: 'data' }, content));
}

/** `POST /me/data`: asks for it; that is in the journal. */
export async function askForExport(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const input = { exportId: form.commandId };
  const sent = command(c, form.commandId, { type: 'ExportOwnData' as const, input });
  const answered = await executeOn(tenantActor(c, desk.tenantId), sent);
  if (isRefusal(answered)) return answer(c, answered);
  return arriveAnew(c, paths.me.exports(), showExport);
}

/** `GET /me/data/<export>`: the archive, to the person alone; who took it is on record before it is sent. */
export async function sendExport(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const { person, db, tenantId, now } = desk;
  const { exported } = person;
  if (exported === null || exported.id !== c.req.param('export') || now >= exported.until)
    return answer(c, nothing);
  const { principal } = c.var;
  const noted = await tenantActor(c, tenantId).recordAccess({
    accountId: principal.id,
    name: principal.name,
    organisation: `${principal.organisation.kind}:${principal.organisation.id}`,
    what: 'export',
    subject: exported.id,
    claimNumber: null,
    enrolleeId: person.id,
    address: addressOf(c),
  });
  if (isRefusal(noted)) return answer(c, noted);
  const archive = zipOf(await ownData(db, person));
  c.header('Content-Disposition', `attachment; filename="${person.memberId}.zip"`);
  return c.body(archive, 200, { 'content-type': 'application/zip' });
}
