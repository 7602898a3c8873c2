import { exported_ms } from '../../../schema/domain/members/own-export.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { senderOf } from '../own-person.ts';
import { membersData } from '../telling.ts';

/** A covered person asks for everything held about them: for some days they, and nobody else, can take it away. */
export const exportOwnData: TenantHandler<'ExportOwnData'> = {
  wants: () => [],
  decide: ({ exportId }, { memory, principal, at }) => {
    const person = senderOf(memory, principal);
    if (!person) return refuse('not_found', 'There is nothing of yours here.');
    // Their own actor puts it together, and goes on with that whatever happens to anybody else.
    const told = { to: [person.id], topic: 'exports', about: exportId, what: 'asked' } as const;
    const until = at + exported_ms;
    memory.enrollees.put({ ...person, exported: { id: exportId, at, until } });
    return {
      outcome: { exportId, until },
      subject: `enrollee:${person.id}`,
      data: { export: exportId, until, ...membersData([told]) },
      did: {},
    };
  },
};
