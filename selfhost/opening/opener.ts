import { createHash, randomInt } from 'node:crypto';
import { apiKeyOf } from '../../schema/api-key.ts';
import type { FacilityCommand, TenantCommand } from '../../schema/commands.ts';
import { makeId } from '../../schema/domain/ids.ts';
import { paths } from '../../views/paths.ts';
import { type ActorRef, type Door, openDoor } from '../door.ts';
import type { OpenDatabase, Running } from '../open-store.ts';
import { accountByEmail, apiKeyExists } from './look-up.ts';

/** What opening an organisation works with. */
export interface Opener {
  readonly open: OpenDatabase;
  readonly door: Door;
  /** Where people sign in. */
  readonly signIn: string;
  readonly say: (sentence: string) => void;
}

export const openerOf = (open: OpenDatabase, { origin, doorKey }: Running, say: Opener['say']): Opener => ({
  open,
  door: openDoor(doorKey),
  signIn: new URL(paths.signIn(), origin).href,
  say,
});

/** The moment in all ids that are derived; what tells them apart is the rest. */
const derived_at = Date.UTC(2026, 0, 1);

const digest = (parts: readonly string[]) => createHash('sha256').update(JSON.stringify(parts)).digest();

/** The id of what these parts name: the same each time, so that whatever is done twice is done once. */
export const derivedId = (...parts: readonly string[]): string => makeId(derived_at, digest(parts));

/** Has an actor do a command under an id that is made of it: sent again as it was, it changes nothing. */
export async function perform(
  { door }: Opener,
  actor: ActorRef,
  command: TenantCommand | FacilityCommand,
): Promise<void> {
  const id = `open-${derivedId(actor.kind, actor.id, command.type, JSON.stringify(command.input))}`;
  await door.send(actor, [{ id, command }]);
}

/** A hundred bits, in groups that can be typed. */
function freshPassword(): string {
  const letters = 'abcdefghjkmnpqrstvwxyz0123456789';
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}

/** Who is to work there, and as what. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly roleKey: string;
}

/** Gives somebody their role and, where they have no account yet, one with a password, which is said at once and never again. */
export async function employ(
  opener: Opener,
  actor: ActorRef,
  { name, email, roleKey }: Person,
): Promise<void> {
  const { open, door, say, signIn } = opener;
  const known = await accountByEmail(open('directory'), email);
  const account = known ?? { id: derivedId('account', email), email, name, hasPassword: true };
  const signsIn = `${account.name} (${roleKey}) signs in at ${signIn}`;
  if (known) {
    const how = known.hasPassword ? 'the password they have' : 'no password yet: their account has none';
    say(`${signsIn}\n  e-mail    ${email}\n  password  ${how}`);
  } else {
    const password = freshPassword();
    await door.putAccount({ id: account.id, email, name, password });
    say(`${signsIn}\n  e-mail    ${email}\n  password  ${password}   (shown only now)`);
  }
  const input = { accountId: account.id, name: account.name, email, roleKey, state: 'ACTIVE' as const };
  await perform(opener, actor, { type: 'PutStaff', input });
}

/** What an API key is for. */
export interface KeyWish {
  readonly 'api-key'?: readonly string[] | undefined;
  readonly 'api-key-name': string;
}

/** Makes the API key that was asked for, if any, and says it once; one of that name is left as it is. */
export async function issueKey(opener: Opener, actor: ActorRef, wish: KeyWish): Promise<void> {
  const { 'api-key': scopes, 'api-key-name': name } = wish;
  if (!scopes) return;
  const id = derivedId('api-key', actor.kind, actor.id, name);
  if (await apiKeyExists(opener.open('directory'), id)) {
    const another = 'for another, give it another name with --api-key-name';
    opener.say(`The API key "${name}" was made before and was shown then; ${another}.`);
    return;
  }
  const { key, secretHash } = apiKeyOf(id);
  await perform(opener, actor, { type: 'IssueApiKey', input: { id, name, scopes: [...scopes], secretHash } });
  opener.say(`API key "${name}" (${scopes.join(', ')}), shown only now:\n  ${key}`);
}
