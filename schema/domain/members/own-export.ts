import { day_ms, type Moment } from '../dates.ts';

/** That somebody asked for everything held about them; the last time counts. */
export interface OwnExport {
  id: string;
  at: Moment;
  /** from then on it has to be asked for anew */
  until: Moment;
}

/** How long it can be taken away. */
export const exported_ms = 7 * day_ms;
