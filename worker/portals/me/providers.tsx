import type { Context } from 'hono';
import { planOn, primaryFacilityOn } from '../../../schema/domain/cover/plan-on.ts';
import { usableAt } from '../../../schema/domain/plans/usable-at.ts';
import { versionOn } from '../../../schema/domain/plans/version-on.ts';
import type { Place } from '../../../schema/domain/risk/facts.ts';
import { facilityKinds } from '../../../schema/forms/put-facility.ts';
import { type ProviderShown, ProvidersPage } from '../../../views/enrollee/providers-page.tsx';
import type { AppEnv } from '../../env.ts';
import { planByCode } from '../../queries/plan-by-code.ts';
import { type ProviderFound, providersByName, providersNear } from '../../queries/providers-for.ts';
import { render } from '../../render.tsx';
import { readPlace, writePlace } from '../network/list-place.ts';
import type { MyDesk } from './desk.ts';
import { myView } from './my-view.tsx';

const page_rows = 20;
const nearest_rows = 40;

/** `6.52,3.37`: where a phone is, to a kilometre or so; null: nothing that is a place. */
function placeIn(text: string): Place | null {
  const [, lat, lon] = /^(-?\d{1,2}(?:\.\d{1,3})?),(-?\d{1,3}(?:\.\d{1,3})?)$/.exec(text) ?? [];
  if (lat === undefined || lon === undefined) return null;
  const place = { lat: Number(lat), lon: Number(lon) };
  return Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180 ? place : null;
}

/** The plan somebody is on today, with its rules. */
async function myPlan({ db, person, principal, client, today }: MyDesk) {
  const code = planOn({ person, principal, client }, today);
  const found = code === null ? null : await planByCode(db, code);
  return found && { name: found.plan.name, rules: versionOn(found.versions, today)?.rules ?? null };
}

/** `GET /me/providers?q=&kind=&near=&after=`: where they are comes with the question and is kept nowhere. */
export async function showProviders(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const asked = (name: string) => (c.req.query(name) ?? '').slice(0, 100);
  const kind = facilityKinds.find((each) => each === asked('kind')) ?? '';
  const from = placeIn(asked('near'));
  const [q, after] = [asked('q'), from ? '' : (c.req.query('after') ?? '')];
  const find = async () => {
    if (from) return { rows: await providersNear(desk.db, { kind, q }, from, nearest_rows), next: null };
    return providersByName(desk.db, { kind, q }, readPlace(after), page_rows);
  };
  const [plan, { rows, next }] = await Promise.all([myPlan(desk), find()]);
  const primary = primaryFacilityOn(desk.person, desk.today);
  const shown = (row: ProviderFound): ProviderShown => {
    const isPrimary = row.facilityId === primary;
    const use = usableAt(plan?.rules ?? { benefits: [] }, { level: row.profile.level ?? null, isPrimary });
    return { ...row, isPrimary, ...use };
  };
  const content = (
    <ProvidersPage
      {...{ kind, q, after }}
      planName={plan?.name ?? null}
      near={from ? asked('near') : ''}
      rows={rows.map(shown)}
      next={next && writePlace(next)}
    />
  );
  return render(c, myView(c, desk, { title: 'Providers', nav: 'providers' }, content));
}
