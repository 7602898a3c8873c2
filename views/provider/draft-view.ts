import type { Moment } from '../../schema/domain/dates.ts';
import type { DraftBody } from '../../schema/forms/draft.ts';
import type { Suggestion } from '../ui/combobox.tsx';
import type { FormErrors } from '../ui/form.tsx';

/** A tenant the facility is linked with. */
export interface DraftTenant {
  id: string;
  name: string;
  currency: string;
  zone: string;
}

/** What every step of a new claim is shown with. */
export interface DraftView {
  id: string;
  /** the version last seen: a save on an older one is refused */
  version: number;
  savedAt: Moment | null;
  body: DraftBody;
  commandId: string;
  tenants: readonly DraftTenant[];
  /** the one chosen, if it is one the facility is linked with */
  tenant: DraftTenant | null;
  errors: FormErrors;
  /** what the codes entered mean, by code */
  meanings: Readonly<Record<string, string>>;
  /** the tenant's standard prices of the services entered, by code, in minor units */
  prices: Readonly<Record<string, number | null>>;
  /** what *Search* found without script */
  found: { field: string; choices: readonly Suggestion[] } | null;
  /** somebody else, or another tab, has saved meanwhile: what was typed here is kept on the screen */
  conflict: { at: Moment } | null;
}
