import type { Context } from 'hono';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { verbsOf } from '../../../../schema/domain/network/steps.ts';
import { isRefusal, refuse } from '../../../../schema/domain/refusal.ts';
import { blankLinkEntry, type LinkEntry } from '../../../../views/network/link-form.tsx';
import { paths } from '../../../../views/paths.ts';
import { type InsurerShown, LinkPage } from '../../../../views/provider/link-page.tsx';
import { answer, statusOf } from '../../../answer.ts';
import { command, facilityActor, freshId, readForm } from '../../../command.ts';
import { openDirectory } from '../../../directory/directory.ts';
import { listedOne } from '../../../directory/listed.ts';
import type { AppEnv } from '../../../env.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { facilityLink } from '../../../queries/facility-links.ts';
import { plansOnOffer } from '../../../queries/plans-on-offer.ts';
import { tenantContacts } from '../../../queries/tenant-contacts.ts';
import { arriveAt, render } from '../../../render.tsx';
import { linkEntryOf, linkRefused, readLinkStep } from '../../network/link-step.ts';
import { type FacilityDesk, openDesk } from '../desk.ts';
import { facilityView } from '../facility-view.tsx';

type Said = { entry?: LinkEntry; refusal?: string };
type Status = Parameters<typeof render>[2];

const nothing = refuse('not_found', 'There is no such insurer.');

/** The insurer as the directory has it, and the link with it as it has told. */
async function insurerAt(c: Context<AppEnv>, desk: FacilityDesk) {
  const tenantId = c.req.param('tenant') ?? '';
  const [listing, link] = await Promise.all([
    openDirectory(c.env).then((directory) => listedOne(directory, 'tenant', tenantId)),
    facilityLink(desk.db, tenantId),
  ]);
  const name = link?.name ?? listing?.name;
  return name === undefined ? null : { tenant: { id: tenantId, name, zone: link?.zone ?? desk.zone }, link };
}

/** The facility itself, as the directory has it. */
const own = async (c: Context<AppEnv>) =>
  (await listedOne(await openDirectory(c.env), 'facility', c.var.organisation.id))?.profile ?? null;

async function shownOf(c: Context<AppEnv>, tenantId: string, today: string): Promise<InsurerShown> {
  const db = tenantDatabase(c.env, tenantId);
  const [plans, contacts] = await Promise.all([plansOnOffer(db, today), tenantContacts(db)]);
  return { plans, contacts };
}

async function linkPage(c: Context<AppEnv>, said: Said = {}, status?: Status): Promise<Response> {
  const desk = await openDesk(c);
  const found = await insurerAt(c, desk);
  if (found === null) return answer(c, nothing);
  const { tenant, link } = found;
  const today = dateIn(tenant.zone, desk.now);
  const wasInForce = link !== null && link.inForce.length > 0;
  const [profile, shown] = await Promise.all([own(c), wasInForce ? shownOf(c, tenant.id, today) : null]);
  const content = (
    <LinkPage
      {...{ tenant, today, link, shown }}
      facilityName={c.var.organisation.name}
      profile={profile ?? {}}
      verbs={desk.may('facility.network.request') ? verbsOf(link, 'facility') : []}
      commandId={freshId()}
      entry={said.entry ?? blankLinkEntry}
      {...(said.refusal === undefined ? {} : { refusal: said.refusal })}
    />
  );
  const page = { title: tenant.name, nav: 'network', see: [`link:${tenant.id}`], seq: desk.seq };
  return render(c, facilityView(c, desk, page, content), status);
}

/** `GET /provider/network/<tenant>`. */
export const showLink = (c: Context<AppEnv>): Promise<Response> => linkPage(c);

/** `POST …/steps`: one step of the link's life, done by the tenant, by way of the facility's own actor. */
export async function stepLink(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const [desk, profile] = await Promise.all([openDesk(c), own(c)]);
  const found = await insurerAt(c, desk);
  if (found === null || profile === null) return answer(c, nothing);
  const { tenant } = found;
  const read = readLinkStep(form, { profile });
  if ('errors' in read) return linkPage(c, { entry: linkEntryOf(form, read.errors) }, 422);
  const answered = await facilityActor(c).forward(tenant.id, command(c, form.commandId, read.command));
  if (isRefusal(answered)) {
    if (answered.code === 'not_found' || answered.code === 'forbidden') return answer(c, answered);
    return linkPage(c, linkRefused(form, answered), statusOf(answered));
  }
  return arriveAt(c, paths.provider.link(tenant.id), () => linkPage(c));
}
