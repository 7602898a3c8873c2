import type { Context } from 'hono';
import { formatMoney } from '../../../schema/domain/money.ts';
import { type Suggestion, SuggestionList } from '../../../views/ui/combobox.tsx';
import type { AppEnv } from '../../env.ts';
import { referenceDatabase, tenantDatabase } from '../../queries/database.ts';
import { searchDiagnoses } from '../../queries/search-diagnoses.ts';
import { searchServices } from '../../queries/search-services.ts';
import { tenantSettings } from '../../queries/tenant-settings.ts';
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

/** The tenant's services as choices, with their standard prices. */
export async function serviceChoices(c: Context<AppEnv>, typed: string): Promise<Suggestion[]> {
  const db = tenantDatabase(c.env, c.var.organisation.id);
  const [found, settings] = await Promise.all([searchServices(db, typed), tenantSettings(db)]);
  return found.map(({ code, name, price }) => ({
    value: code,
    label: name,
    ...(price === null || settings === null
      ? {}
      : { note: formatMoney(price, settings.currency, { symbol: true }) }),
  }));
}

const listOf = (c: Context<AppEnv>) => (c.req.query('of') ?? '').replace(/[^\w-]/g, '').slice(0, 60);

/** `GET /<tenant>/search/services?q=&of=`: the options of a service field. */
export async function searchServicesFor(c: Context<AppEnv>): Promise<Response> {
  const found = await serviceChoices(c, c.req.query('q') ?? '');
  return renderPiece(c, <SuggestionList of={listOf(c)} found={found} />);
}

/** `GET /<tenant>/search/diagnoses?q=&of=`: the options of a diagnosis field. */
export async function searchDiagnosesFor(c: Context<AppEnv>): Promise<Response> {
  const found = await diagnosisChoices(c, c.req.query('q') ?? '');
  return renderPiece(c, <SuggestionList of={listOf(c)} found={found} />);
}
