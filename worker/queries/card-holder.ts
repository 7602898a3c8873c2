import { eq } from 'drizzle-orm';
import type { CardDevice } from '../../schema/domain/members/card-code.ts';
import { enrollees } from '../../schema/tables/tenant/enrollees.ts';
import type { Database } from './database.ts';

/** Whose card it is, and the devices that may show it: their own and their principal's. Null: nobody has this member id. */
export async function cardHolder(
  db: Database,
  memberId: string,
): Promise<{ memberId: string; birthDate: string; devices: readonly CardDevice[] } | null> {
  const columns = {
    memberId: enrollees.memberId,
    birthDate: enrollees.birthDate,
    principalId: enrollees.principalId,
    body: enrollees.body,
  };
  const [person] = await db.select(columns).from(enrollees).where(eq(enrollees.memberId, memberId));
  if (!person) return null;
  const { principalId } = person;
  const [principal] =
    principalId === null ? [] : await db.select(columns).from(enrollees).where(eq(enrollees.id, principalId));
  const devices = [person, principal].flatMap((each) => each?.body.desk?.devices ?? []);
  return { memberId: person.memberId, birthDate: person.birthDate, devices };
}
