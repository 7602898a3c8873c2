import type { PutService } from '../../schema/forms/put-service.ts';

/** For whom a service makes sense, how often, at which level, and what a package holds. */
export type ServiceTerms = Pick<
  PutService,
  'sex' | 'ageFrom' | 'ageTo' | 'minIntervalDays' | 'consultationLevel' | 'parts'
>;

const level = (consultationLevel: number): ServiceTerms => ({ consultationLevel });
const every = (minIntervalDays: number): ServiceTerms => ({ minIntervalDays });
const women: ServiceTerms = { sex: 'female', ageFrom: 12, ageTo: 55 };
const men: ServiceTerms = { sex: 'male' };
/** A pack of thirty days is not given again before it is nearly used up. */
const monthly = every(25);

/** By code; a service that is not named makes sense for anybody at any time. */
export const serviceTerms: Readonly<Record<string, ServiceTerms>> = {
  'CON-001': level(1),
  'CON-002': level(3),
  'CON-003': level(3),
  'CON-004': { ...level(2), ageTo: 15 },
  'CON-005': level(2),
  'CON-007': every(180),
  'CON-008': level(4),
  'LAB-152': every(80),
  'LAB-160': every(80),
  'LAB-180': every(60),
  'LAB-200': { ...men, ageFrom: 40, ...every(180) },
  'LAB-230': women,
  'LAB-240': { sex: 'female', ageFrom: 21, ageTo: 65, ...every(365) },
  'RAD-010': women,
  'RAD-012': men,
  'RAD-050': { sex: 'female', ageFrom: 40, ...every(365) },
  'PHA-130': monthly,
  'PHA-131': monthly,
  'PHA-132': monthly,
  'PHA-133': monthly,
  'PHA-140': monthly,
  'PHA-141': monthly,
  'PHA-200': men,
  'PRO-303': { sex: 'female', ageFrom: 18 },
  'MAT-001': women,
  'MAT-010': { ...women, parts: ['ADM-003'] },
  'MAT-020': { ...women, parts: ['ADM-003', 'CSM-002'] },
  'MAT-030': women,
  'DEN-010': every(180),
  'OPT-010': every(365),
  'OPT-011': every(365),
  'OPT-020': every(730),
};
