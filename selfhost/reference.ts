/**
 * `npm run reference`: loads the diagnoses into a store that the launcher does not run, such as Turso. It reads
 * DATABASE_URL (an address with {db} in it) and DATABASE_TOKEN.
 */
import { loadReference } from './reference/load.ts';
import { runMain, StatedFault } from './stated-fault.ts';

await runMain(async () => {
  const { DATABASE_URL: databaseUrl = '', DATABASE_TOKEN: databaseToken = '' } = process.env;
  if (!databaseUrl.includes('{db}') || !databaseToken) {
    throw new StatedFault('Set DATABASE_URL, an address with {db} where the name goes, and DATABASE_TOKEN.');
  }
  const { loaded } = await loadReference({ databaseUrl, databaseToken });
  process.stdout.write(loaded > 0 ? `Loaded ${loaded} diagnoses.\n` : 'The diagnoses are there already.\n');
});
