import type { CalendarDate } from '../../schema/domain/dates.ts';
import { Field } from '../ui/field.tsx';
import { ListSearch } from './list-search.tsx';

/** What of a tariff is shown; all of it stands in the address. */
export interface TariffFilter {
  /** a service by code or words */
  q: string;
  on: CalendarDate;
  after: string;
}

/** Which services of a tariff, and on which day. */
export function TariffSearch({ action, filter: { q, on } }: { action: string; filter: TariffFilter }) {
  return (
    <ListSearch action={action} finds="Code or name" q={q}>
      <Field name="on" label="On" type="date" value={on} />
    </ListSearch>
  );
}
