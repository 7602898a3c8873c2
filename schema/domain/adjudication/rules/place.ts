import type { Benefit, CareSetting, FacilityLevel } from '../../plans/plan.ts';
import { refusal } from '../finding.ts';
import type { Finding } from '../judgement.ts';

const inWords: Readonly<Record<CareSetting, string>> = { inpatient: 'in-patient', outpatient: 'out-patient' };

/** Where care takes place; `setting` null: not known yet, as when a front desk asks. */
export interface Place {
  setting: CareSetting | null;
  level: FacilityLevel | null;
  isPrimary: boolean;
  isEmergency: boolean;
}

/**
 * The benefit can be used in this setting, at a facility of this level, and, where it says so, only at the enrollee's
 * primary facility (members.md, Plans and benefits, where; claims.md, Adjudication, 5). An emergency goes to the nearest
 * facility: by the practice of the field that last rule does not hold it up. Reason 96 for the setting, B7 for the
 * facility; one whose level is not on record has none of the levels that are asked for.
 */
export function placeSuits({ name, where }: Benefit, place: Place): Finding | null {
  const { setting, level } = place;
  if (where.setting !== 'both' && setting !== null && where.setting !== setting) {
    const wanted = inWords[where.setting];
    return refusal('place', 'setting', '96', { benefit: name, wanted, setting: inWords[setting] });
  }
  if (where.levels.length > 0 && (level === null || !where.levels.includes(level))) {
    const wanted = where.levels.join(' or ');
    return refusal('place', 'level', 'B7', { benefit: name, wanted, level: level ?? 'of no recorded level' });
  }
  return where.primaryOnly && !place.isPrimary && !place.isEmergency
    ? refusal('place', 'primary', 'B7', { benefit: name })
    : null;
}
