import type { CalendarDate } from '../../../schema/domain/dates.ts';
import type { CoverState } from '../../../schema/domain/members/cover-dates.ts';
import { everSince } from '../../../schema/domain/members/cover-dates.ts';
import type { Client, PlanOffer } from '../../../schema/domain/members/enrollee.ts';
import { paths } from '../../paths.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { DayText } from '../../ui/date-text.tsx';
import { Money } from '../../ui/money.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Stat, Stats } from '../../ui/stat.tsx';
import { Table, type TableSpec } from '../../ui/table.tsx';
import { type ClientTold, ClientToldCard } from './client-told-card.tsx';
import { CoverHistory } from './cover-history.tsx';
import { CoverBadge } from './cover-state.tsx';
import { type Deed, DeedsCard } from './deeds-card.tsx';

/** What the person may do with the client. */
export interface ClientRights {
  update: boolean;
  suspend: boolean;
  enrol: boolean;
  seePeople: boolean;
}

export type ClientPageProps = {
  slug: string;
  zone: string;
  currency: string;
  today: CalendarDate;
  client: Client;
  state: CoverState;
  /** names of the plans that are offered, by code */
  planNames: Readonly<Record<string, string>>;
  may: ClientRights;
  deeds: readonly Deed[];
  /** visits that its people say were not theirs, as it is told of them */
  told: readonly ClientTold[];
  /** what was just done, in words */
  saved: string | null;
};

const perWords = { month: 'a month', quarter: 'a quarter', year: 'a year' } as const;

function Contacts({ contacts }: Pick<Client, 'contacts'>) {
  return (
    <Card title="Contacts">
      {contacts.length === 0 ? (
        <p class="mute">No contacts are recorded.</p>
      ) : (
        <ul>
          {contacts.map(({ name, role, email, phone }) => (
            <li>
              <b>
                <bdi>{name}</bdi>
              </b>
              {role === null ? null : <span class="mute">, {role}</span>}
              {email === null ? null : (
                <>
                  {' · '}
                  <bdi>{email}</bdi>
                </>
              )}
              {phone === null ? null : <> · {phone}</>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Contracts({ contracts, today }: Pick<Client, 'contracts'> & { today: CalendarDate }) {
  return (
    <Card title="Contract">
      {contracts.length === 0 ? (
        <p class="mute">No period is agreed: cover has no end of its own.</p>
      ) : (
        <ul>
          {contracts.toReversed().map(({ from, to }) => (
            <li>
              <DayText date={from} /> – <DayText date={to} />{' '}
              {from <= today && today <= to ? (
                <Badge tone="ok" shape="dot">
                  In force
                </Badge>
              ) : (
                <span class="mute">{to < today ? 'over' : 'to come'}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Offers({
  slug,
  client,
  planNames,
  currency,
  seePeople,
}: Pick<ClientPageProps, 'slug' | 'client' | 'planNames' | 'currency'> & { seePeople: boolean }) {
  const spec: TableSpec<PlanOffer> = {
    columns: [
      { label: 'Plan', cell: ({ plan }) => <bdi>{planNames[plan] ?? plan}</bdi> },
      { label: 'Code', muted: true, cell: ({ plan }) => plan },
      {
        label: 'Premium per head',
        numeric: true,
        cell: ({ premium, per }) => (
          <>
            <Money minor={premium} currency={currency} /> <span class="mute">{perWords[per]}</span>
          </>
        ),
      },
      ...(seePeople
        ? [
            {
              label: 'People',
              cell: ({ plan }: PlanOffer) => (
                <a href={paths.staff(slug).enrollees({ client: client.code, plan })}>
                  Show people<span class="unseen"> on {plan}</span>
                </a>
              ),
            },
          ]
        : []),
    ],
  };
  return (
    <Card title="Plans offered" kind={client.offers.length === 0 ? undefined : 'flush'}>
      {client.offers.length === 0 ? (
        <p class="mute">Its people may be on any plan; no premium is agreed.</p>
      ) : (
        <Table spec={spec} rows={client.offers} label="Plans offered" />
      )}
    </Card>
  );
}

function Actions({ slug, client, may }: Pick<ClientPageProps, 'slug' | 'client' | 'may'>) {
  const to = paths.staff(slug);
  return (
    <>
      {may.suspend ? <ButtonLink href={to.clientCover(client.code)}>Change cover</ButtonLink> : null}
      {may.update ? <ButtonLink href={to.clientForm(client.code)}>Edit</ButtonLink> : null}
      {may.enrol ? (
        <ButtonLink href={to.newEnrollee({ client: client.code })} look="primary">
          Enrol a person
        </ButtonLink>
      ) : null}
    </>
  );
}

/** One client: what is agreed, who is covered, and what was done. */
export function ClientPage(props: ClientPageProps) {
  const { slug, zone, currency, today, client, state, planNames, may, deeds, told, saved } = props;
  const to = paths.staff(slug);
  const steps = client.cover.filter(({ from }) => from !== everSince.from);
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Clients', href: to.clients() }]}
        title={<bdi>{client.name}</bdi>}
        badge={<CoverBadge state={state} />}
        lead={
          <>
            Code {client.code}
            {client.waivesWaiting ? ' · waiting periods are waived for people who transferred' : null}
          </>
        }
        actions={<Actions {...{ slug, client, may }} />}
      />
      {saved === null ? null : <Notice tone="ok">{saved}</Notice>}
      {state === 'ACTIVE' ? null : (
        <Notice tone="warn">While this stands, none of its people are covered.</Notice>
      )}
      <Stats>
        <Stat
          label="People ever enrolled"
          value={client.people}
          {...(may.seePeople ? { href: to.enrollees({ client: client.code }) } : {})}
        />
      </Stats>
      <div class="deck">
        <Contracts contracts={client.contracts} today={today} />
        <Contacts contacts={client.contacts} />
      </div>
      <Offers {...{ slug, client, planNames, currency }} seePeople={may.seePeople} />
      {steps.length === 0 ? null : (
        <Card title="Cover">
          <CoverHistory steps={steps} zone={zone} />
        </Card>
      )}
      <ClientToldCard rows={told} zone={zone} />
      <DeedsCard deeds={deeds} zone={zone} />
    </>
  );
}
