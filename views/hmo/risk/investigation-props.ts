import type { ComponentChildren } from 'preact';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { Investigation } from '../../../schema/domain/investigations/investigation.ts';
import type { FormErrors } from '../../ui/form.tsx';
import type { FacilityChoices } from '../members/facility-field.tsx';
import type { InvestigatedVisit } from './investigated-visit.tsx';

/** A claim of an investigation, as it is now. */
export type InvestigatedClaim = Pick<
  Claim,
  | 'number'
  | 'state'
  | 'outcome'
  | 'facilityName'
  | 'memberId'
  | 'claimed'
  | 'currency'
  | 'risk'
  | 'flags'
  | 'holds'
>;

/** What was entered in one of the page's forms and refused. */
export interface InvestigationSaid {
  form: 'claims' | 'note' | 'hold' | 'close';
  values: Readonly<Record<string, string>>;
  errors: FormErrors;
}

export type InvestigationPageProps = {
  slug: string;
  zone: string;
  investigation: Investigation;
  claims: readonly InvestigatedClaim[];
  requests: readonly Authorization[];
  /** the check-in that was denied; null: it is of none */
  visit: InvestigatedVisit | null;
  facilities: FacilityChoices;
  /** its files, with where more are added */
  files: ComponentChildren;
  /** a fresh command id for each form; null: this person looks only */
  commandId: (() => string) | null;
  said: InvestigationSaid | null;
  /** what was refused, in words, where no field is to blame */
  refusal?: string;
};
