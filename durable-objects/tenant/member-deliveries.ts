import {
  isUrgent,
  type MemberNews,
  newsWord,
  readNewsWord,
} from '../../schema/domain/members/member-news.ts';
import { portalIdOf } from '../../schema/domain/members/portal-id.ts';
import type { Outgoing } from '../actor/outbox.ts';
import type { MemberDoor } from '../actor/parts.ts';
import type { ReplayedData } from '../actor/replay.ts';

const prefix = 'member:';

/** Whether a receiver is a covered person's own actor: there are as many of them as people. */
export const isMember = (to: string): boolean => to.startsWith(prefix);

/** Whether somebody waits for it in front of their screen. */
export const isUrgentDelivery = ({ to, news }: Outgoing): boolean => isMember(to) && isUrgent(news);

/** What a journal entry tells covered people in their own portals. */
export const memberOutgoing = (
  { seq, subject }: { seq: number; subject: string },
  { members }: ReplayedData,
): Outgoing[] =>
  (members ?? []).flatMap((told) =>
    told.to.map((id) => ({ seq, to: `${prefix}${id}`, news: newsWord(told), subject })),
  );

interface Parts {
  tenantId: string;
  member: (portalId: string) => MemberDoor;
  clock: () => number;
}

/** Delivers to one person's actor; whoever opens a page later reads what is so then. */
export async function deliverToMember(
  { tenantId, member, clock }: Parts,
  to: string,
  batch: readonly Outgoing[],
): Promise<void> {
  const at = clock();
  const messages = batch.flatMap(({ seq, news }): MemberNews[] => {
    const read = readNewsWord(news);
    return read ? [{ seq, at, ...read }] : [];
  });
  await member(portalIdOf({ tenantId, enrolleeId: to.slice(prefix.length) })).deliver(tenantId, messages);
}

/** The directory has heard of these people's accounts: whoever listens with what it said before has to come again. */
export async function endChangedPortals(
  { tenantId, member }: Parts,
  batch: readonly Pick<Outgoing, 'news' | 'subject'>[],
): Promise<void> {
  for (const { news, subject } of batch)
    if (news === 'PutPortalAccount' || news === 'ActivatePortal') {
      const enrolleeId = subject.slice('enrollee:'.length);
      await member(portalIdOf({ tenantId, enrolleeId })).endAll();
    }
}
