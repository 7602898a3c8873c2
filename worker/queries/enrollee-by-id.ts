import { eq } from 'drizzle-orm';
import { clients, enrollees } from '../../schema/tables/tenant/enrollees.ts';
import type { Database } from './database.ts';

/** A covered person with their client's name; null when there is none of that id. */
export async function enrolleeById(db: Database, id: string) {
  const [row] = await db
    .select({
      memberId: enrollees.memberId,
      firstName: enrollees.firstName,
      lastName: enrollees.lastName,
      relation: enrollees.relation,
      birthDate: enrollees.birthDate,
      sex: enrollees.sex,
      coverFrom: enrollees.coverFrom,
      coverTo: enrollees.coverTo,
      clientName: clients.name,
    })
    .from(enrollees)
    .leftJoin(clients, eq(clients.code, enrollees.clientCode))
    .where(eq(enrollees.id, id))
    .limit(1);
  return row ?? null;
}
