import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { LinkLife } from '../../schema/domain/network/link.ts';
import type { LinkVerb } from '../../schema/domain/network/steps.ts';
import type { FacilityProfile } from '../../schema/tables/tenant/network.ts';
import { type LinkEntry, LinkForm } from '../network/link-form.tsx';
import { InForceCard, LinkHistoryCard } from '../network/link-history-card.tsx';
import { LinkNewsMark, LinkStateMark } from '../network/link-state.tsx';
import { PaperNotices } from '../network/papers.tsx';
import { PapersCard, type PapersEntry } from '../network/papers-form.tsx';
import { kindOf, ProfileCard, placeOf } from '../network/profile-card.tsx';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';

type ProviderPageProps = {
  slug: string;
  tenantName: string;
  zone: string;
  today: CalendarDate;
  facilityId: string;
  profile: FacilityProfile;
  /** null: there is none yet */
  link: (LinkLife & { externalId: string | null; portal: boolean }) | null;
  /** the steps that are open to this person */
  verbs: readonly LinkVerb[];
  commandId: string;
  entry: LinkEntry;
  refusal?: string;
  /** how many services have a price of their own here (more than `pricedMax`: many); null: this person may not see it */
  priced: number | null;
  imports: string | null;
  /** null: this person may not change what is on record of its papers */
  papers: { commandId: string; entry: PapersEntry } | null;
};

/** Beyond it the services of a tariff are not counted one by one. */
export const pricedMax = 1000;

function TariffCard({ slug, facilityId, priced, imports }: ProviderPageProps) {
  if (priced === null) return null;
  const to = paths.staff(slug);
  const many = priced > pricedMax ? `More than ${pricedMax}` : String(priced);
  return (
    <Card title="Tariff">
      <p>
        {priced === 0
          ? 'No price is agreed yet: the standard tariff holds.'
          : `${many} ${priced === 1 ? 'service has' : 'services have'} an agreed price; for every other the standard tariff holds.`}
      </p>
      <div class="cluster">
        <ButtonLink href={to.tariff(facilityId)}>Prices</ButtonLink>
        {priced === 0 ? null : (
          <ButtonLink href={to.tariffFile(facilityId)} look="quiet" download>
            Export CSV
          </ButtonLink>
        )}
        {imports === null ? null : (
          <ButtonLink href={imports} look="quiet">
            Import CSV
          </ButtonLink>
        )}
      </div>
    </Card>
  );
}

/** A facility as the tenant's staff see it: who it is, how the link stands, what can be done. */
export function ProviderPage(props: ProviderPageProps) {
  const { slug, tenantName, zone, today, facilityId, profile, link, verbs, entry, refusal } = props;
  const to = paths.staff(slug);
  const asker = link?.askedBy === 'facility' ? profile.name : tenantName;
  return (
    <>
      <PageHeader
        title={<bdi>{profile.name}</bdi>}
        crumbs={[{ label: 'Providers', href: to.providers() }]}
        badge={
          link === null ? <Badge>Not linked</Badge> : <LinkStateMark other={facilityId} state={link.state} />
        }
        lead={[kindOf(profile), placeOf(profile)].filter(Boolean).join(' · ')}
      />
      <LinkNewsMark />
      {refusal === undefined ? null : <Notice tone="danger">{refusal}</Notice>}
      <PaperNotices profile={profile} today={today} />
      <div class="split">
        <div class="stack">
          {link === null ? null : <TariffCard {...props} />}
          <ProfileCard profile={profile} externalId={link?.externalId ?? null} />
          {props.papers === null ? null : <PapersCard action={to.papers(facilityId)} {...props.papers} />}
          <LinkHistoryCard
            history={link?.history ?? []}
            zone={zone}
            names={{ tenant: tenantName, facility: profile.name }}
          />
        </div>
        <aside aria-label="The link">
          {verbs.length === 0 ? null : (
            <Card title={link?.state === 'REQUESTED' ? 'The request' : 'The link'} kind="lead">
              <LinkForm
                action={to.linkSteps(facilityId)}
                commandId={props.commandId}
                version={link?.version ?? 0}
                verbs={verbs}
                entry={entry}
              />
            </Card>
          )}
          {link === null ? null : <InForceCard link={link} asker={asker} />}
        </aside>
      </div>
    </>
  );
}
