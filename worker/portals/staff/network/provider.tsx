import type { Context } from 'hono';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { type LinkVerb, verbsOf } from '../../../../schema/domain/network/steps.ts';
import type { Permission } from '../../../../schema/domain/permissions.ts';
import { isRefusal, refuse } from '../../../../schema/domain/refusal.ts';
import { putPapersForm } from '../../../../schema/forms/link.ts';
import type { FacilityProfile } from '../../../../schema/tables/tenant/network.ts';
import { ProviderPage, pricedMax } from '../../../../views/hmo/provider-page.tsx';
import { blankLinkEntry, type LinkEntry } from '../../../../views/network/link-form.tsx';
import type { PapersEntry } from '../../../../views/network/papers-form.tsx';
import { paths } from '../../../../views/paths.ts';
import { answer, statusOf } from '../../../answer.ts';
import { command, freshId, readForm, tenantActor } from '../../../command.ts';
import { openDirectory } from '../../../directory/directory.ts';
import { listedOne } from '../../../directory/listed.ts';
import type { AppEnv } from '../../../env.ts';
import { linkOfFacility } from '../../../queries/link-of-facility.ts';
import { pricedServices } from '../../../queries/priced-services.ts';
import { arriveAt, render } from '../../../render.tsx';
import { formErrors } from '../../form-errors.ts';
import { linkEntryOf, linkRefused, readLinkStep } from '../../network/link-step.ts';
import { openDesk, type StaffDesk } from '../desk.ts';
import { staffView } from '../staff-view.tsx';
import { tariffImport } from './tariff-import.ts';

type Said = { entry?: LinkEntry; papers?: PapersEntry; refusal?: string };
type Status = Parameters<typeof render>[2];

const nothing = refuse('not_found', 'There is no such facility.');
const needs: Readonly<Record<LinkVerb, Permission>> = {
  request: 'network.link',
  accept: 'network.link',
  decline: 'network.link',
  withdraw: 'network.link',
  reinstate: 'network.link',
  suspend: 'network.unlink',
  end: 'network.unlink',
};

/** The facility as the network has it, else as the directory does. */
async function facilityAt(c: Context<AppEnv>, desk: StaffDesk) {
  const facilityId = c.req.param('facility') ?? '';
  const link = await linkOfFacility(desk.db, facilityId);
  const listing =
    link?.portal === false ? null : await listedOne(await openDirectory(c.env), 'facility', facilityId);
  const profile = link?.profile ?? listing?.profile;
  return profile === undefined ? null : { facilityId, link, profile, current: listing?.profile ?? profile };
}

const papersOf = ({
  licence = '',
  licenceUntil = '',
  accreditedUntil = '',
}: FacilityProfile): PapersEntry => ({
  ...{ licence, licenceUntil, accreditedUntil, errors: {} },
});

async function providerPage(c: Context<AppEnv>, said: Said = {}, status?: Status): Promise<Response> {
  const desk = await openDesk(c);
  const found = await facilityAt(c, desk);
  if (found === null) return answer(c, nothing);
  const { facilityId, link, profile } = found;
  const { slug, zone, now, counts, settings, may } = desk;
  const priced =
    link !== null && may('tariff.view') ? await pricedServices(desk.db, facilityId, pricedMax + 1) : null;
  const content = (
    <ProviderPage
      {...{ slug, zone, facilityId, profile, link, priced }}
      tenantName={settings.name}
      today={dateIn(zone, now)}
      verbs={verbsOf(link, 'tenant').filter((verb) => may(needs[verb]))}
      commandId={freshId()}
      entry={said.entry ?? blankLinkEntry}
      imports={tariffImport(desk, facilityId)}
      papers={
        link !== null && may('network.link')
          ? { commandId: freshId(), entry: said.papers ?? papersOf(profile) }
          : null
      }
      {...(said.refusal === undefined ? {} : { refusal: said.refusal })}
    />
  );
  const page = { title: profile.name, nav: 'providers', see: [`link:${facilityId}`], seq: counts.seq };
  return render(c, staffView(c, desk, page, content), status);
}

/** `GET /<tenant>/providers/<facility>`. */
export const showProvider = (c: Context<AppEnv>): Promise<Response> => providerPage(c);

/** `POST …/steps`: one step of the link's life; the button pressed says which. */
export async function stepLink(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const desk = await openDesk(c);
  const found = await facilityAt(c, desk);
  if (found === null) return answer(c, nothing);
  const { facilityId, current } = found;
  const read = readLinkStep(form, { facilityId, profile: current });
  if ('errors' in read) return providerPage(c, { entry: linkEntryOf(form, read.errors) }, 422);
  const answered = await tenantActor(c).execute(command(c, form.commandId, read.command));
  if (isRefusal(answered)) {
    if (answered.code === 'not_found' || answered.code === 'forbidden') return answer(c, answered);
    return providerPage(c, linkRefused(form, answered), statusOf(answered));
  }
  return arriveAt(c, desk.to.provider(facilityId), () => providerPage(c));
}

/** `POST …/papers`: the licence and the accreditation as they are on record from now on. */
export async function putPapers(c: Context<AppEnv>): Promise<Response> {
  const form = await readForm(c);
  const { facility: facilityId = '' } = c.req.param();
  const entry = {
    licence: form.get('licence'),
    licenceUntil: form.get('licenceUntil'),
    accreditedUntil: form.get('accreditedUntil'),
  };
  const given = Object.fromEntries(Object.entries(entry).filter(([, text]) => text.trim() !== ''));
  const read = putPapersForm.safeParse({ facilityId, ...given });
  if (!read.success) return providerPage(c, { papers: { ...entry, errors: formErrors(read.error) } }, 422);
  const sent = command(c, form.commandId, { type: 'PutPapers' as const, input: read.data });
  const answered = await tenantActor(c).execute(sent);
  if (isRefusal(answered)) return answer(c, answered);
  const to = paths.staff(c.var.organisation.slug ?? '');
  return arriveAt(c, to.provider(facilityId), () => providerPage(c));
}
