import type { Judgement, LineJudgement } from '../../schema/domain/adjudication/judgement.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Minor } from '../../schema/domain/money.ts';
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

/** One line as it would be judged now. */
export interface AssessedLine {
  judged: LineJudgement;
  /** quantity and price were both typed; otherwise it is one of it, at the tariff's price */
  whole: boolean;
}

/** What a draft comes to so far. */
export interface DraftAssessment {
  /** by place in the draft's lines */
  lines: Readonly<Record<number, AssessedLine>>;
  /** of the whole of it; null while a line is not whole */
  judgement: Judgement | null;
}

/** What lines and diagnoses that are entered are shown with, wherever they are. */
export interface EntryView {
  errors: FormErrors;
  /** what the codes entered mean, by code */
  meanings: Readonly<Record<string, string>>;
  /** tariff prices of the services entered, by code: agreed with the facility, else the tenant's standard ones */
  prices: Readonly<Record<string, { price: Minor; source: 'link' | 'standard' }>>;
  currency: string;
  /** what the lines come to so far; null: not known */
  assessment: DraftAssessment | null;
  /** what *Search* found without script */
  found: { field: string; choices: readonly Suggestion[] } | null;
  /** where services, and diagnoses, are searched for the list of this id */
  search: { services: (of: string) => string; diagnoses: (of: string) => string };
}

/** What every step of a new claim is shown with. */
export interface DraftView extends EntryView {
  id: string;
  /** the version last seen: a save on an older one is refused */
  version: number;
  savedAt: Moment | null;
  body: DraftBody;
  commandId: string;
  tenants: readonly DraftTenant[];
  /** the one chosen, if it is one the facility is linked with */
  tenant: DraftTenant | null;
  /** somebody else, or another tab, has saved meanwhile: what was typed here is kept on the screen */
  conflict: { at: Moment } | null;
}
