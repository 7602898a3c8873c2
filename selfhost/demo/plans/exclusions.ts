import type { Exclusion } from '../../../schema/domain/plans/plan.ts';
import type { Tier } from './tier.ts';

const diagnoses = (wording: string, ...ranges: [from: string, to: string][]): Exclusion => ({
  services: [],
  groups: [],
  diagnoses: ranges.map(([from, to]) => ({ from, to })),
  wording,
});

/** What a tier never pays for. */
export function exclusionsOf({ mental, optical }: Tier): Exclusion[] {
  return [
    diagnoses('Cosmetic treatment, keloids and scars among it.', ['L91', 'L91'], ['Z41.0', 'Z41.1']),
    diagnoses('Investigation and treatment of infertility.', ['N46', 'N46'], ['N97', 'N97'], ['Z31', 'Z31']),
    ...(mental === null ? [diagnoses('Mental health care.', ['F20', 'F99'])] : []),
    ...(optical === null
      ? [{ services: ['CON-007'], groups: ['optical'], diagnoses: [], wording: 'Eye tests and glasses.' }]
      : []),
  ];
}
