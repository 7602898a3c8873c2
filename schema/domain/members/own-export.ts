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

/** How far it is with putting it together, in things that are read. */
export interface ExportProgress {
  id: string;
  isReady: boolean;
  /** something did not answer: it goes on by itself after a while */
  isHeldUp: boolean;
  done: number;
  total: number;
}

/** So long after it was asked for it has begun; what has not by then never will, and is asked for again. */
const begun_ms = 600_000;

/**
 * How an export stands for who asked: ready, being put together (nobody has heard how far it is: it is about to begin), or null:
 * there is none, or it was too long ago.
 */
export function standingExport(
  asked: OwnExport | null,
  progress: ExportProgress | null,
  now: Moment,
): (ExportProgress & OwnExport) | null {
  if (asked === null || now >= asked.until) return null;
  if (progress?.id === asked.id) return { ...asked, ...progress };
  return now < asked.at + begun_ms ? { ...asked, isReady: false, isHeldUp: false, done: 0, total: 0 } : null;
}
