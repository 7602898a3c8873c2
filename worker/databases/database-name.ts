const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/**
 * The name of an organisation's database, or of one that all share. Checked wherever a name becomes part of an
 * address, so that no other text can lead to somebody else's database. Throws: a name is never typed by a person.
 */
export function checkedDatabaseName(name: string): string {
  if (NAME.test(name)) return name;
  throw new Error(`${JSON.stringify(name)} is not the name of a database`);
}
