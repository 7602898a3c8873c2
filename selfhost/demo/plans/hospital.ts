import type { Benefit } from '../../../schema/domain/plans/plan.ts';
import { authorizedAbove, benefit, naira } from './benefit.ts';
import type { Tier } from './tier.ts';

const privateRoom = {
  services: ['ADM-002'],
  groups: [],
  diagnoses: [],
  wording: 'A private room. The general ward is covered.',
};

/** Emergencies, admissions, operations and births. */
export function hospitalBenefits(tier: Tier): Benefit[] {
  const { levels, emergencyVisit } = tier;
  return [
    benefit('EMERGENCY', 'Emergency care', 'emergency', {
      services: ['CON-005', 'PRO-201', 'PRO-203', 'PRO-206'],
      limits: { visit: naira(emergencyVisit) },
    }),
    benefit('INPATIENT', 'In-patient care', 'inpatient', { limits: { period: naira(tier.inpatient) } }),
    benefit('BED', 'Days in hospital', 'inpatient', {
      within: 'INPATIENT',
      services: ['ADM-001', 'ADM-002'],
      count: { of: 'days', most: tier.wardDays },
      where: { levels },
      exclusions: tier.privateRoom ? [] : [privateRoom],
    }),
    benefit('WARD', 'Nursing and ward rounds', 'inpatient', {
      within: 'INPATIENT',
      groups: ['admission'],
      where: { levels },
    }),
    benefit('SURGERY', 'Operations', 'surgery', {
      within: 'INPATIENT',
      services: ['PRO-301', 'PRO-302', 'PRO-303'],
      limits: { period: naira(tier.surgery) },
      where: { levels },
      authorization: authorizedAbove(tier.surgeryAuthorizedAbove),
    }),
    benefit('MATERNITY', 'Antenatal care and delivery', 'maternity', {
      groups: ['maternity'],
      services: ['RAD-010'],
      limits: { period: naira(tier.maternity) },
      waitingDays: tier.maternityWaitingDays,
      who: { sex: 'female', relations: ['principal', 'spouse'] },
      where: { levels },
    }),
  ];
}
