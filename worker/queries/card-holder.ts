import { eq } from 'drizzle-orm';
import type { CalendarDate } from '../../schema/domain/dates.ts';
import type { CardDevice } from '../../schema/domain/members/card-code.ts';
import { maySee } from '../../schema/domain/members/may-see.ts';
import { enrollees } from '../../schema/tables/tenant/enrollees.ts';
import type { Database } from './database.ts';

/** Whose card it is, the devices that may show it, and the last code that was taken of each. */
export interface CardHolder {
  memberId: string;
  birthDate: string;
  devices: readonly CardDevice[];
  slots: Readonly<Record<string, number>>;
}

/**
 * Whose card it is. It is shown by their own devices, and by those of their principal as long as the principal may see them.
 * Null: nobody has this member id.
 */
export async function cardHolder(
  db: Database,
  memberId: string,
  today: CalendarDate,
): Promise<CardHolder | null> {
  const columns = {
    id: enrollees.id,
    memberId: enrollees.memberId,
    birthDate: enrollees.birthDate,
    principalId: enrollees.principalId,
    body: enrollees.body,
  };
  const [person] = await db.select(columns).from(enrollees).where(eq(enrollees.memberId, memberId));
  if (!person) return null;
  const { principalId, birthDate, body } = person;
  const [principal] =
    principalId === null ? [] : await db.select(columns).from(enrollees).where(eq(enrollees.id, principalId));
  const shown = { ...person, consents: body.consents };
  const devices = [person, principal].flatMap((each) =>
    each && maySee(each, shown, today) ? (each.body.desk?.devices ?? []) : [],
  );
  return { memberId: person.memberId, birthDate, devices, slots: body.desk?.slots ?? {} };
}
