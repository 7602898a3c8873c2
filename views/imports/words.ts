import type { Import, ImportKind, RowOutcome } from '../../schema/domain/imports/import.ts';
import type { Tone } from '../ui/badge.tsx';

/** What a kind is called. */
export const kindWords: Readonly<Record<ImportKind, string>> = {
  enrollees: 'Enrollees',
  services: 'Services',
  tariff: 'Tariff',
};

/** A state in words, with its tone. */
export const stateWords: Readonly<Record<Import['state'], { words: string; tone: Tone }>> = {
  UPLOADED: { words: 'Arriving', tone: 'info' },
  CHECKING: { words: 'Being checked', tone: 'info' },
  CHECKED: { words: 'Waits for a decision', tone: 'warn' },
  APPLYING: { words: 'Being applied', tone: 'info' },
  DONE: { words: 'Done', tone: 'ok' },
  DISCARDED: { words: 'Discarded', tone: 'neutral' },
};

/** What a row has come to, or would come to, in words, with its tone. */
export const outcomeWords: Readonly<Record<RowOutcome, { words: string; ahead: string; tone: Tone }>> = {
  created: { words: 'Created', ahead: 'To create', tone: 'ok' },
  changed: { words: 'Changed', ahead: 'To change', tone: 'info' },
  unchanged: { words: 'Unchanged', ahead: 'Unchanged', tone: 'neutral' },
  refused: { words: 'Refused', ahead: 'Refused', tone: 'danger' },
};
