import type { z } from 'zod';
import { facilityArguments, tenantArguments } from './forms.ts';

/** How it is asked. */
export const usage = `Opens an organisation in the running instance of DATA_DIR. Run again it changes nothing that is there.

  npm run open -- tenant --slug harmony --name "Harmony Health" --prefix HAR
                  --admin-name "Ada Obi" --admin-email ada@harmony.example
      --currency NGN           what it counts in
      --zone Africa/Lagos      its time zone
      --filing-window 90       days from service in which a claim may be filed, or off

  npm run open -- facility --name "Harbour Clinic" --kind clinic --city Lagos
                  --owner-name "Tola Ade" --owner-email tola@harbour.example --tenant harmony
      --external-id H-17       the tenant's own id of it
      --level, --address, --state, --phone, --licence

  Either:
      --api-key claim.view,claim.create   also makes an API key with these scopes, shown once
      --api-key-name Integration          by this name`;

/** What is to be opened, as it was asked for. */
export type Opening =
  | { readonly kind: 'tenant'; readonly given: z.output<typeof tenantArguments> }
  | { readonly kind: 'facility'; readonly given: z.output<typeof facilityArguments> };

/** What was asked for, or a text that names everything wrong with it and says how it is asked. */
export type OpeningResult =
  | { readonly ok: true; readonly opening: Opening }
  | { readonly ok: false; readonly message: string };

/**
 * The options as they were written, and what was written that is none. By hand, because `parseArgs` stops at the first
 * mistake and takes an option for the value of the one before.
 */
function optionsOf(args: readonly string[], known: readonly string[]) {
  const values: Record<string, string> = {};
  const faults: string[] = [];
  for (let at = 0; at < args.length; at += 1) {
    const [, name, inline] = /^--([^=]*)(?:=(.*))?$/s.exec(args[at] ?? '') ?? [];
    if (name === undefined) {
      faults.push(`"${args[at]}" belongs to no option.`);
      continue;
    }
    const follows = inline === undefined && args[at + 1]?.startsWith('--') === false;
    const value = follows ? args[++at] : inline;
    if (!known.includes(name)) faults.push(`--${name} is not an option.`);
    else if (!value) faults.push(`--${name} needs a value.`);
    else if (name in values) faults.push(`--${name} is given twice.`);
    else values[name] = value;
  }
  return { values, faults };
}

const refused = (faults: readonly string[]): OpeningResult => ({
  ok: false,
  message: [...faults, '', usage].join('\n'),
});

/** What a form makes of the options, or everything that is wrong with them. */
function readForm<Given>(form: z.ZodObject & z.ZodType<Given>, args: readonly string[]): Given | string[] {
  const { values, faults } = optionsOf(args, Object.keys(form.shape));
  const { data, error } = form.safeParse(values);
  if (data && faults.length === 0) return data;
  const misnamed = (name: string) => faults.some((fault) => fault.startsWith(`--${name} `));
  const more = (error?.issues ?? []).flatMap(({ path, message }) => {
    const name = String(path[0]);
    if (name in values) return [`--${name} ${JSON.stringify(values[name])}: ${message}`];
    return misnamed(name) ? [] : [`--${name} is missing.`];
  });
  return [...faults, ...more];
}

/** Reads a command line. */
export function readOpening([kind, ...args]: readonly string[]): OpeningResult {
  if (kind === 'tenant') {
    const given = readForm(tenantArguments, args);
    return Array.isArray(given) ? refused(given) : { ok: true, opening: { kind, given } };
  }
  if (kind === 'facility') {
    const given = readForm(facilityArguments, args);
    return Array.isArray(given) ? refused(given) : { ok: true, opening: { kind, given } };
  }
  return refused([`Say what to open: tenant or facility${kind ? `, not "${kind}"` : ''}.`]);
}
