import { and, eq } from 'drizzle-orm';
import type { Context } from 'hono';
import type { Enrollee } from '../../schema/domain/members/enrollee.ts';
import { type InvitationStanding, standingOf } from '../../schema/domain/members/invitation.ts';
import { enrolleeOf } from '../../schema/domain/members/portal-id.ts';
import { organisations } from '../../schema/tables/directory/organisations.ts';
import { connect } from '../databases/connect.ts';
import { openDirectory } from '../directory/directory.ts';
import { beginAttempt, forgiveAttempt } from '../directory/throttle.ts';
import type { AppEnv } from '../env.ts';
import { addressOf, networkOf } from '../middleware/address.ts';
import { personBy } from '../queries/person.ts';
import { hashOfSecret } from './invitation-secret.ts';

/** Whoever has shown that a link is theirs. */
export interface Invited {
  tenantId: string;
  insurer: string;
  tokenHash: string;
  person: Enrollee;
  email: string;
  standing: Exclude<InvitationStanding, 'unknown'>;
}

/** Whom a link is for, whatever they say of themselves; null: nobody, or it was replaced by a later one. */
async function linkAt(c: Context<AppEnv>): Promise<Invited | null> {
  const covered = enrolleeOf(c.req.param('portal') ?? '');
  if (!covered) return null;
  const [tenant] = await (await openDirectory(c.env))
    .select({ name: organisations.name })
    .from(organisations)
    .where(and(eq(organisations.kind, 'tenant'), eq(organisations.id, covered.tenantId)));
  if (!tenant) return null;
  const found = await personBy(connect(c.env, `tenant-${covered.tenantId}`), { id: covered.enrolleeId });
  const invitation = found?.person.invitation ?? null;
  const tokenHash = hashOfSecret(c.req.param('secret') ?? '');
  const standing = standingOf(invitation, tokenHash, Date.now());
  if (!found || !invitation || standing === 'unknown') return null;
  const { tenantId } = covered;
  return {
    tenantId,
    insurer: tenant.name,
    tokenHash,
    person: found.person,
    email: invitation.email,
    standing,
  };
}

/**
 * Who comes with a link and a birth date: seconds to wait after too many tries, null where the two do not belong together.
 * A wrong link and a wrong birth date are told apart by nothing.
 */
export async function invitedAt(c: Context<AppEnv>, birthDate: string): Promise<Invited | number | null> {
  const directory = await openDirectory(c.env);
  const attempt = { email: `activate:${c.req.param('portal')}`, address: networkOf(addressOf(c)) };
  const wait_s = await beginAttempt(directory, attempt, Date.now());
  if (wait_s > 0) return wait_s;
  const invited = await linkAt(c);
  if (!invited || invited.person.birthDate !== birthDate) return null;
  await forgiveAttempt(directory, attempt);
  return invited;
}
