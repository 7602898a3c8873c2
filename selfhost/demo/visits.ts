import type { Visit } from './visit.ts';
import { longVisits } from './visits-long.ts';
import { returningVisits } from './visits-returning.ts';
import { shortVisits } from './visits-short.ts';

/** What people of Lagos come for, as often as they do. */
export const visits: readonly Visit[] = [...shortVisits, ...returningVisits, ...longVisits];
