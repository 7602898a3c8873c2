import { Rows } from '../../actor/rows.ts';

/** Covered people's notices: the same thing is told once an entry. */
export const memberNoticeRows = (): Rows =>
  new Rows(
    'member_notices',
    ['enrollee_id', 'seq', 'at', 'topic', 'about', 'what', 'person_id'],
    'on conflict do nothing',
  );
