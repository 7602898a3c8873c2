import { choiceAmong, type FilterChoice } from '../../../views/hmo/set-filters.ts';
import type { Database } from '../../queries/database.ts';
import { facilityMeant } from '../../queries/facility-meant.ts';
import { linkedFacilities } from '../../queries/linked-facilities.ts';
import { nobody } from './filter-meaning.ts';

/** A network larger than this is not listed in every page: its facilities are typed. */
const listedFacilitiesMax = 40;

/** The id of the facility that is meant, whether it was chosen or typed ('' for any, `none` where there is none), and what can be chosen from. */
export async function withFacility(db: Database, asked: string): Promise<[string, FilterChoice]> {
  const [facilities, meant] = await Promise.all([
    linkedFacilities(db, listedFacilitiesMax + 1),
    asked === '' ? null : facilityMeant(db, asked),
  ]);
  const choice = choiceAmong(facilities, listedFacilitiesMax, meant?.name ?? asked);
  return [asked === '' ? '' : (meant?.id ?? nobody), choice];
}
