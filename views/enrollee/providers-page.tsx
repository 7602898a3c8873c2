import { facilityKinds } from '../../schema/forms/put-facility.ts';
import type { FacilityProfile } from '../../schema/tables/tenant/network.ts';
import { facilityKindWords } from '../network/link-words.ts';
import { paths } from '../paths.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ListPager } from '../ui/pager.tsx';
import { Select } from '../ui/select.tsx';

/** A facility of the network, and what of the plan can be used there. */
export interface ProviderShown {
  facilityId: string;
  name: string;
  profile: FacilityProfile;
  km: number | null;
  isPrimary: boolean;
  usable: number;
  of: number;
}

type ProvidersPageProps = {
  planName: string | null;
  kind: string;
  q: string;
  near: string;
  rows: readonly ProviderShown[];
  after: string;
  next: string | null;
};

const kinds = facilityKinds.map((kind) => ({ value: kind, label: facilityKindWords[kind] }));

const far = (km: number) => (km < 10 ? `${km.toFixed(1)} km` : `${Math.round(km)} km`);

function Use({ usable, of }: ProviderShown) {
  if (usable === of) return <>All benefits of your plan</>;
  if (usable === 0) return <>Emergencies only under your plan</>;
  return (
    <>
      {usable} of {of} benefits of your plan
    </>
  );
}

function Provider(props: { row: ProviderShown }) {
  const { name, profile, km, isPrimary } = props.row;
  const { kind, address, city, state, phone } = profile;
  const place = [address, city, state].filter((part) => part !== undefined && part !== '').join(', ');
  return (
    <li class="benefit">
      <h3>
        <bdi>{name}</bdi> {isPrimary ? <Badge tone="info">Your primary provider</Badge> : null}
      </h3>
      <p class="mute">
        {facilityKindWords[kind]}
        {km === null ? null : ` · ${far(km)} away`}
      </p>
      {place === '' ? null : (
        <p>
          <bdi>{place}</bdi>
        </p>
      )}
      {phone === undefined ? null : (
        <p>
          <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
        </p>
      )}
      <p class="hint">
        <Use {...props.row} />
      </p>
    </li>
  );
}

function Search({ kind, q, near }: Pick<ProvidersPageProps, 'kind' | 'q' | 'near'>) {
  return (
    <form action={paths.me.providers()} class="stack" aria-label="Find a provider">
      <Field name="q" type="search" label="Name or place" value={q} maxlength={100} />
      <Select name="kind" label="Type" options={kinds} value={kind} empty="All types" />
      <input type="hidden" name="near" value={near} />
      <div class="cluster">
        <Button look="primary">Search</Button>
        <span class="if-script">
          <Button type="button" data-near>
            <Icon name="flag" />
            Near me
          </Button>
        </span>
        {near === '' ? null : <a href={paths.me.providers({ q, kind })}>Not by distance</a>}
      </div>
      <p class="hint" role="status" data-near-note />
    </form>
  );
}

/** Where the plan can be used: by name and place, by type, and by distance from where the phone is. */
export function ProvidersPage({ planName, kind, q, near, rows, after, next }: ProvidersPageProps) {
  return (
    <>
      <PageHeader
        title="Providers"
        lead={
          planName === null ? (
            'In the network of your insurer.'
          ) : (
            <>
              Where <bdi>{planName}</bdi> is accepted.
            </>
          )
        }
      />
      <Card>
        <Search {...{ kind, q, near }} />
      </Card>
      {rows.length === 0 ? (
        <EmptyState title="No provider found" action={<a href={paths.me.providers()}>All providers</a>}>
          Try a part of the name, another place or another type.
        </EmptyState>
      ) : (
        <Card title={near === '' ? 'By name' : 'Nearest first'}>
          <ul class="benefits">
            {rows.map((row) => (
              <Provider row={row} />
            ))}
          </ul>
        </Card>
      )}
      <ListPager
        after={after}
        next={next}
        at={(cursor) => paths.me.providers({ q, kind, near, after: cursor })}
      />
    </>
  );
}
