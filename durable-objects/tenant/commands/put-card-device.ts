import { neverAtDesk } from '../../../schema/domain/members/at-desk.ts';
import { withDevice } from '../../../schema/domain/members/card-code.ts';
import { enrolleeOf } from '../../../schema/domain/members/portal-id.ts';
import { refuse } from '../../../schema/domain/refusal.ts';
import type { TenantHandler } from '../handler.ts';
import { enrolleeKey } from '../memory/enrollees.ts';

const own = (portalId: string): string => enrolleeKey.id(enrolleeOf(portalId)?.enrolleeId ?? '');

/** A device shows the enrollee's card from now on: the public half of its key is kept, the other never leaves it. */
export const putCardDevice: TenantHandler<'PutCardDevice'> = {
  wants: (memory, _, { organisation }) => [{ shelf: memory.enrollees, key: own(organisation.id) }],
  decide: ({ deviceId, publicKey }, { memory, at, principal }) => {
    const person = memory.enrollees.get(own(principal.organisation.id));
    if (!person) return refuse('not_found', 'There is nothing here by this name.');
    const desk = person.desk ?? neverAtDesk;
    const devices = withDevice(desk.devices, { id: deviceId, publicKey, since: at });
    memory.enrollees.put({ ...person, desk: { ...desk, devices } });
    return {
      outcome: { deviceId },
      subject: `enrollee:${person.id}`,
      data: { device: deviceId },
      did: {},
    };
  },
};
