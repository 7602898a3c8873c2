import type { Benefit } from '../../../schema/domain/plans/plan.ts';
import { benefit, naira } from './benefit.ts';
import type { Tier } from './tier.ts';

/** Prevention, teeth, eyes and mind; what a tier has none of is left out. */
export function otherBenefits(tier: Tier): Benefit[] {
  const { levels, optical, mental } = tier;
  return [
    benefit('PREVENTIVE', 'Screening', 'preventive', {
      services: ['LAB-240', 'RAD-050'],
      limits: { period: naira(tier.preventive) },
    }),
    benefit('DENTAL', 'Dental care', 'dental', {
      groups: ['dental'],
      services: ['CON-006'],
      limits: { period: naira(tier.dental) },
      waitingDays: 60,
      where: { levels },
    }),
    ...(optical === null
      ? []
      : [
          benefit('OPTICAL', 'Eye examinations and glasses', 'optical', {
            groups: ['optical'],
            services: ['CON-007'],
            limits: { period: naira(optical) },
            coPay: { percent: 20 },
            waitingDays: 60,
            minDaysBetween: 180,
          }),
        ]),
    ...(mental === null
      ? []
      : [
          benefit('MENTAL', 'Mental health', 'other', {
            services: ['CON-008', 'PHA-210'],
            limits: { period: naira(mental) },
            count: { of: 'visits', most: 12 },
          }),
        ]),
  ];
}
