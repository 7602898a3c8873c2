/**
 * `npm run open`: opens a tenant, or a facility linked with one, in the running instance of DATA_DIR, with somebody who
 * can sign in. Passwords and keys are made here and shown once; nothing secret is asked for on the command line.
 */
import { withStore } from './open-store.ts';
import { readOpening, usage } from './opening/arguments.ts';
import { openFacility } from './opening/open-facility.ts';
import { openTenant } from './opening/open-tenant.ts';
import { openerOf } from './opening/opener.ts';
import { readRunFile } from './processes/run-file.ts';
import { settingsOrFault } from './run-instance.ts';
import { runMain, StatedFault } from './stated-fault.ts';

const say = (sentence: string) => void process.stdout.write(`${sentence}\n`);

await runMain(async () => {
  const args = process.argv.slice(2);
  if (args.includes('--help')) return say(usage);
  const read = readOpening(args);
  if (!read.ok) throw new StatedFault(read.message);
  const { opening } = read;
  const settings = settingsOrFault();
  const none = new StatedFault(`Vetra does not run on ${settings.DATA_DIR}: start it first, with npm start.`);
  if (!(await readRunFile(settings.DATA_DIR))) throw none;
  await withStore(settings, async (open, running) => {
    if (!running) throw none;
    const opener = openerOf(open, running, say);
    if (opening.kind === 'tenant') await openTenant(opener, opening.given);
    else await openFacility(opener, opening.given);
  });
});
