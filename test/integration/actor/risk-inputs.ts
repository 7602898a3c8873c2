import type { TenantCommands } from '../../../schema/commands.ts';
import { defaultRisk } from '../../../schema/domain/risk/settings.ts';
import { putRiskRulesForm } from '../../../schema/forms/put-risk-rules.ts';

const number = 'CLM-26-000042';

/** One input for each command about risk and investigations, about nothing that is there. */
export const riskInputs = {
  DisposeRiskEvent: { number, n: 1, verdict: 'DISMISSED', reason: 'So.' },
  PutRiskRules: { rules: putRiskRulesForm.parse({ rules: defaultRisk }).rules },
  OpenInvestigation: { title: 'Z', events: [], claims: [number] },
  AddToInvestigation: { investigation: 'INV-000042', events: [], claims: [number] },
  NoteInvestigation: { investigation: 'INV-000042', text: 'So.' },
  PlaceHold: { investigation: 'INV-000042', on: 'claims', of: '' },
  LiftHold: { investigation: 'INV-000042', on: 'claims', of: '' },
  CloseInvestigation: { investigation: 'INV-000042', version: 1, verdict: 'CLEARED', reason: 'So.' },
  SweepHold: { investigation: 'INV-000042', subject: 'i:INV-000042', since: 1, claims: [], after: null },
} satisfies { [Type in keyof TenantCommands]?: TenantCommands[Type]['input'] };
