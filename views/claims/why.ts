import type { Finding } from '../../schema/domain/adjudication/judgement.ts';

/** Why a rule spoke, in one sentence with the figures it used. */
export function whyOf({ rule, figures }: Finding, _currency: string): string {
  const said = Object.entries(figures).filter(([, value]) => value !== null);
  const words = said.map(([name, value]) => `${name} ${value}`).join(', ');
  return words === '' ? `The rule “${rule}” speaks.` : `The rule “${rule}” speaks: ${words}.`;
}
