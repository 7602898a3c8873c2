import type { Context } from 'hono';
import { formatMoney } from '../../../schema/domain/money.ts';
import { type Suggestion, SuggestionList } from '../../../views/ui/combobox.tsx';
import type { AppEnv } from '../../env.ts';
import { facilityDatabase, referenceDatabase, tenantDatabase } from '../../queries/database.ts';
import { facilityLinks } from '../../queries/facility-links.ts';
import { searchDiagnoses } from '../../queries/search-diagnoses.ts';
import { searchServices } from '../../queries/search-services.ts';
import { renderPiece } from '../../render.tsx';

/** Diagnoses as choices; one that needs more detail says so. */
export async function diagnosisChoices(c: Context<AppEnv>, typed: string): Promise<Suggestion[]> {
  const found = await searchDiagnoses(referenceDatabase(c.env), typed);
  return found.map(({ code, description, billable }) => ({
    value: code,
    label: description,
    ...(billable ? {} : { note: 'group' }),
  }));
}

/** A tenant's services as choices, with their standard prices. Only of a tenant that the facility is, or was, linked with. */
export async function serviceChoices(
  c: Context<AppEnv>,
  tenantId: string,
  typed: string,
): Promise<Suggestion[]> {
  const links = await facilityLinks(facilityDatabase(c.env, c.var.organisation.id));
  const link = links.find((each) => each.tenantId === tenantId);
  if (link === undefined) return [];
  const found = await searchServices(tenantDatabase(c.env, tenantId), typed);
  return found.map(({ code, name, price }) => ({
    value: code,
    label: name,
    ...(price === null ? {} : { note: formatMoney(price, link.currency, { symbol: true }) }),
  }));
}

const listOf = (c: Context<AppEnv>) => (c.req.query('of') ?? '').replace(/[^\w-]/g, '').slice(0, 60);

/** `GET /provider/search/diagnoses?q=&of=`: the options of a diagnosis field. */
export async function searchDiagnosesFor(c: Context<AppEnv>): Promise<Response> {
  const found = await diagnosisChoices(c, c.req.query('q') ?? '');
  return renderPiece(c, <SuggestionList of={listOf(c)} found={found} />);
}

/** `GET /provider/search/services?q=&of=&tenant=`: the options of a service field. */
export async function searchServicesFor(c: Context<AppEnv>): Promise<Response> {
  const found = await serviceChoices(c, c.req.query('tenant') ?? '', c.req.query('q') ?? '');
  return renderPiece(c, <SuggestionList of={listOf(c)} found={found} />);
}
