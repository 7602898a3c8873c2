import { dueBy, told } from '../../../schema/domain/claims/falling-due.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { Notice } from '../../actor/journal.ts';
import type { TenantHandler } from '../handler.ts';
import { only } from '../memory/settings.ts';

/** Who is told: of what is due soon those who may decide, of what is late those who give work to others. */
const told_of = {
  warn: { kind: 'due-soon', audience: 'claim.approve' },
  breach: { kind: 'late', audience: 'claim.reassign' },
} as const satisfies Record<string, Pick<Notice, 'kind' | 'audience'>>;

/** Tells of claims that are due soon, or late, once each: as one notice, however many they are. */
export const tellOfDue: TenantHandler<'TellOfDue'> = {
  wants: (memory, { claims }) => claims.map((id) => ({ shelf: memory.claims, key: String(id) })),
  decide: ({ stage, claims }, { memory, at }) => {
    const clock = memory.settings.get(only);
    const due = claims.flatMap((id) => {
      const claim = memory.claims.get(String(id));
      return clock && claim && dueBy(claim, clock, at) === stage ? [told(claim, stage, at)] : [];
    });
    const [first] = due;
    if (!first) return refuse('wrong_state', 'None of these claims is due.');
    for (const claim of due) memory.claims.put(claim);
    const { facilityName: facility, number } = first;
    return {
      outcome: { claims: due.length },
      subject: 'claims',
      data: { stage, also: due.map(({ id }) => id) },
      notice: {
        ...told_of[stage],
        subject: due.length === 1 ? number : '',
        data: due.length === 1 ? { facility } : { claims: due.length },
      },
      did: { also: due },
    };
  },
};
