import type { CatalogueService } from '../../plans/plan.ts';
import { refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';

/**
 * Only what the tenant's catalogue holds and has in use can be paid (claims.md, Adjudication, 1). Reason 16: a code that the
 * payer does not know is a billing error of the facility's, as in X12's CARC 16 with remark M20.
 */
export function serviceInUse(code: string, service: CatalogueService | undefined): Finding | null {
  if (!service) return refusal('service', 'unknown', '16', { service: code });
  if (service.active) return null;
  return refusal('service', 'inactive', '16', { service: code, name: service.name });
}
