import type { BenefitCategory } from '../../schema/domain/plans/plan.ts';

/** What categories of care are called. */
export const categoryNames: Readonly<Record<BenefitCategory, string>> = {
  outpatient: 'Out-patient',
  inpatient: 'In-patient',
  maternity: 'Maternity',
  dental: 'Dental',
  optical: 'Optical',
  drugs: 'Drugs',
  laboratory: 'Laboratory',
  imaging: 'Imaging',
  surgery: 'Surgery',
  emergency: 'Emergency',
  chronic: 'Chronic conditions',
  preventive: 'Preventive',
  other: 'Other',
};
