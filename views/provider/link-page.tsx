import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { LinkLife } from '../../schema/domain/network/link.ts';
import type { Credentials } from '../../schema/domain/network/standing.ts';
import type { LinkVerb } from '../../schema/domain/network/steps.ts';
import { type LinkEntry, LinkForm } from '../network/link-form.tsx';
import { InForceCard, LinkHistoryCard } from '../network/link-history-card.tsx';
import { LinkNewsMark, LinkStateMark } from '../network/link-state.tsx';
import { PaperNotices } from '../network/papers.tsx';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';

/** What a linked facility may see of the insurer besides. */
export interface InsurerShown {
  /** its plans on offer, by name */
  plans: readonly string[];
  contacts: readonly { name: string; email: string }[];
}

type LinkPageProps = {
  tenant: { id: string; name: string; zone: string };
  facilityName: string;
  today: CalendarDate;
  /** what is on record of the facility itself */
  profile: Credentials;
  link: LinkLife | null;
  /** null: the link was never in force */
  shown: InsurerShown | null;
  verbs: readonly LinkVerb[];
  commandId: string;
  entry: LinkEntry;
  refusal?: string;
};

function Shown({ tenantId, shown: { plans, contacts } }: { tenantId: string; shown: InsurerShown }) {
  return (
    <>
      <Card title="Tariff">
        <p>What this insurer pays you for each service.</p>
        <div class="cluster">
          <ButtonLink href={paths.provider.tariff(tenantId)}>Prices</ButtonLink>
          <ButtonLink href={paths.provider.tariffFile(tenantId)} look="quiet" download>
            Export CSV
          </ButtonLink>
        </div>
      </Card>
      <Card title="Plans">
        {plans.length === 0 ? (
          <p>It has published no plan yet.</p>
        ) : (
          <ul>
            {plans.map((name) => (
              <li>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title="Contacts">
        {contacts.length === 0 ? (
          <p>It has named nobody yet.</p>
        ) : (
          <ul>
            {contacts.map(({ name, email }) => (
              <li>
                <bdi>{name}</bdi> · <a href={`mailto:${email}`}>{email}</a>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}

/** One insurer as the facility sees it: how the link stands, what can be done, and what it may know of the insurer. */
export function LinkPage(props: LinkPageProps) {
  const { tenant, facilityName, today, profile, link, shown, verbs, entry, refusal } = props;
  const to = paths.provider;
  return (
    <>
      <PageHeader
        title={<bdi>{tenant.name}</bdi>}
        crumbs={[{ label: 'HMO network', href: to.network() }]}
        badge={
          link === null ? <Badge>Not linked</Badge> : <LinkStateMark other={tenant.id} state={link.state} />
        }
      />
      <LinkNewsMark />
      {refusal === undefined ? null : <Notice tone="danger">{refusal}</Notice>}
      {link === null ? null : <PaperNotices profile={profile} today={today} />}
      <div class="split">
        <div class="stack">
          {link === null && verbs.length === 0 ? (
            <Card>
              <p>There is no link with this insurer. An administrator of your facility can ask for one.</p>
            </Card>
          ) : null}
          {shown === null ? null : <Shown tenantId={tenant.id} shown={shown} />}
          <LinkHistoryCard
            history={link?.history ?? []}
            zone={tenant.zone}
            names={{ tenant: tenant.name, facility: facilityName }}
          />
        </div>
        <aside aria-label="The link">
          {verbs.length === 0 ? null : (
            <Card title={link?.state === 'REQUESTED' ? 'The request' : 'The link'} kind="lead">
              <LinkForm
                action={to.linkSteps(tenant.id)}
                commandId={props.commandId}
                version={link?.version ?? 0}
                verbs={verbs}
                entry={entry}
              />
            </Card>
          )}
          {link === null ? null : (
            <InForceCard link={link} asker={link.askedBy === 'tenant' ? tenant.name : facilityName} />
          )}
        </aside>
      </div>
    </>
  );
}
