import type { FacilityChoices } from '../../../../views/hmo/members/facility-field.tsx';
import type { Database } from '../../../queries/database.ts';
import { facilityMeant } from '../../../queries/facility-meant.ts';
import { linkedFacilities } from '../../../queries/linked-facilities.ts';

/** A network larger than this is not listed in a form: the facility is typed. */
const listedMax = 200;

/** The network's facilities to choose from, where they are few enough. */
export async function facilityChoices(db: Database): Promise<FacilityChoices> {
  const found = await linkedFacilities(db, listedMax + 1);
  return found.length > listedMax ? null : found;
}

/** The facility that was chosen or typed, by id; what names none comes back as it is, for the actor to refuse. */
export async function facilityIdMeant(db: Database, given: string): Promise<string> {
  return given === '' ? '' : ((await facilityMeant(db, given))?.id ?? given.slice(0, 40));
}
