import { localTime, monthNames } from '../../schema/domain/dates.ts';

/** How an organisation writes dates. */
type DateStyle = 'd mmm yyyy' | 'dd/mm/yyyy' | 'yyyy-mm-dd';

/** `2026-11-05` as `5 Nov 2026`; without its year as `5 Nov`. Anything else comes back unchanged. */
export function formatDate(date: string, style: DateStyle = 'd mmm yyyy', year = true): string {
  const [y, m, d] = date.split('-');
  const month = monthNames[Number(m) - 1]?.slice(0, 3);
  if (!y || !d || !month || style === 'yyyy-mm-dd') return date;
  if (style === 'dd/mm/yyyy') return year ? `${d}/${m}/${y}` : `${d}/${m}`;
  return year ? `${Number(d)} ${month} ${y}` : `${Number(d)} ${month}`;
}

type DayProps = { date: string; style?: DateStyle | undefined; year?: boolean | undefined };

/** A calendar date, such as a date of service. */
export function DayText({ date, style, year }: DayProps) {
  return <time datetime={date}>{formatDate(date, style, year)}</time>;
}

type MomentProps = {
  at: number;
  timeZone: string;
  style?: DateStyle | undefined;
  year?: boolean | undefined;
};

/** An instant (milliseconds since 1970) as date and time where the organisation is. */
export function MomentText({ at, timeZone, style, year = false }: MomentProps) {
  const [date = '', time = ''] = localTime(timeZone, at).split('T');
  return (
    <time datetime={new Date(at).toISOString()}>
      {formatDate(date, style, year)} {time.slice(0, 5)}
    </time>
  );
}
