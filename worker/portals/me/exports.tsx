import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { standingExport } from '../../../schema/domain/members/own-export.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { ExportPage } from '../../../views/enrollee/export-page.tsx';
import { paths } from '../../../views/paths.ts';
import { answer } from '../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import { archiveOf } from '../../exports/archive.ts';
import { addressOf } from '../../middleware/address.ts';
import { render } from '../../render.tsx';
import { arriveAnew, type MyDesk, nothing } from './desk.ts';
import { myView } from './my-view.tsx';

/** The person's own actor, which puts it together and keeps it. */
const own = (c: Context<AppEnv>) => c.env.MEMBER.get(c.env.MEMBER.idFromName(c.var.organisation.id));

const standingOf = async (c: Context<AppEnv>, { person, now }: MyDesk) =>
  standingExport(person.exported, await own(c).exportProgress(), now);

/** `GET /me/data`. */
export async function showExport(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const standing = await standingOf(c, desk);
  const content = <ExportPage {...{ zone: desk.zone, standing }} commandId={freshId()} />;
  return render(c, myView(c, desk, { title: 'My data', nav: 'data', see: ['exports'] }, content));
}

/** `POST /me/data`: asks for it; that is in the journal. While one is being prepared there is no other. */
export async function askForExport(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const standing = await standingOf(c, desk);
  if (standing === null || standing.isReady) {
    const input = { exportId: form.commandId };
    const sent = command(c, form.commandId, { type: 'ExportOwnData' as const, input });
    const answered = await executeOn(tenantActor(c, desk.tenantId), sent);
    if (isRefusal(answered)) return answer(c, answered);
  }
  return arriveAnew(c, paths.me.exports(), showExport);
}

/** `GET /me/data/<export>`: the archive, to the person alone; who took it is on record before it is sent. */
export async function sendExport(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const { person, tenantId, now } = desk;
  const { exported } = person;
  if (exported === null || exported.id !== c.req.param('export') || now >= exported.until)
    return answer(c, nothing);
  const actor = own(c);
  const whole = await actor.exportWhole(exported.id);
  if (whole === null) return answer(c, nothing);
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
  const archive = archiveOf(c.env, exported.id, whole, (place) => actor.exportPiece(exported.id, place));
  c.header('Content-Disposition', `attachment; filename="${person.memberId}.zip"`);
  return c.body(archive, 200, { 'content-type': 'application/zip' });
}
