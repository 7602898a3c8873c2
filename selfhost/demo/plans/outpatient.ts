import type { Benefit } from '../../../schema/domain/plans/plan.ts';
import { authorizedAbove, benefit, naira } from './benefit.ts';
import type { Tier } from './tier.ts';

/** What is done without staying overnight, each within out-patient care as a whole. */
export function outpatientBenefits(tier: Tier): Benefit[] {
  const { levels, consultationCoPay, drugCoPay } = tier;
  const where = { levels };
  const within = 'OPD';
  const limits = (period: number) => ({ period: naira(period) });
  const perVisit = consultationCoPay === null ? null : { flat: naira(consultationCoPay) };
  const ofDrugs = drugCoPay && { percent: drugCoPay.percent, cap: naira(drugCoPay.cap) };
  return [
    benefit('OPD', 'Out-patient care', 'outpatient', {
      limits: { period: naira(tier.outpatientFamily), sharedBy: 'family' },
    }),
    benefit('OPD-CONS', 'Consultations', 'outpatient', {
      within,
      groups: ['consultation'],
      coPay: perVisit,
      where: { ...where, setting: 'outpatient' },
    }),
    benefit('OPD-SPEC', 'Specialists', 'outpatient', {
      within,
      services: ['CON-002', 'CON-010'],
      coPay: perVisit,
      where: { levels, setting: 'outpatient', referral: tier.referrals },
    }),
    benefit('OPD-PROC', 'Procedures and dressings', 'outpatient', {
      within,
      groups: ['procedure', 'consumable'],
      where,
    }),
    benefit('DRUGS', 'Drugs', 'drugs', {
      within,
      groups: ['drug'],
      limits: limits(tier.drugs),
      coPay: ofDrugs,
      where,
    }),
    benefit('CHRONIC', 'Drugs for chronic conditions', 'chronic', {
      within,
      services: ['PHA-130', 'PHA-131', 'PHA-132', 'PHA-133', 'PHA-140', 'PHA-141', 'PHA-160', 'PHA-161'],
      limits: limits(tier.chronic),
      coPay: ofDrugs,
      waitingDays: 90,
      where,
    }),
    benefit('LAB', 'Laboratory tests', 'laboratory', {
      within,
      groups: ['laboratory'],
      limits: limits(tier.laboratory),
      where,
    }),
    benefit('IMAGING', 'Imaging', 'imaging', {
      within,
      groups: ['imaging'],
      limits: limits(tier.imaging),
      authorization: authorizedAbove(tier.imagingAuthorizedAbove),
      where,
    }),
    benefit('PHYSIO', 'Physiotherapy', 'outpatient', {
      within,
      services: ['CON-009', 'PRO-205'],
      count: { of: 'sessions', most: tier.physiotherapySessions },
      where: { ...where, setting: 'outpatient' },
    }),
  ];
}
