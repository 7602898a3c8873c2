import { createClient } from '@tursodatabase/api';

type TursoAccount = {
  readonly organisation: string;
  /** The group, and with it the place, that the database belongs to. */
  readonly group: string;
  readonly token: string;
  /** Where the platform's API is, when not at its own address. */
  readonly baseUrl?: string;
};

/**
 * Asks Turso for a database. For a name that is taken its API has answered 409 and, with other words, 400, so the
 * words decide.
 */
export async function createTursoDatabase(account: TursoAccount, name: string): Promise<void> {
  const { organisation, group, token, baseUrl } = account;
  if (token === '') throw new Error('DATABASE_ADMIN_TOKEN is not set, and Turso asks for it');
  const turso = createClient({ org: organisation, token, ...(baseUrl === undefined ? {} : { baseUrl }) });
  try {
    await turso.databases.create(name, { group });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (/already exists/i.test(words)) return;
    throw new Error(`Turso did not create database ${name}: ${words}`, { cause: error });
  }
}
