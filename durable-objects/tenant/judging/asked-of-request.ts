import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { inQuestion, judgedDay } from '../../../schema/domain/authorizations/in-question.ts';
import { visitOf } from '../../../schema/domain/claims/in-question.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import type { RequestAuthorization } from '../../../schema/forms/request-authorization.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import type { TenantMemory } from '../memory.ts';
import { type Asked, linesAsked } from './asked.ts';
import { linkKeyOf, memberKeyOf } from './asked-of-form.ts';

/** A request is asked about with every look at memory on its way: what it asks follows from it and its facility alone. */
const ofForm = new WeakMap<object, Asked>();
const ofFiled = new WeakMap<Authorization, Asked>();

/** A request as it is typed or sent, to be judged; null while its facility is not in memory. */
export function askedOfRequest(
  memory: TenantMemory,
  input: RequestAuthorization,
  principal: Principal,
): Asked | null {
  const key = linkKeyOf(input, principal);
  const link = key === null ? null : memory.links.peek(key);
  if (!link) return null;
  const before = ofForm.get(input);
  if (before?.facilityId === link.facilityId) return before;
  const { encounterType, serviceDate, diagnoses, referral = null, lines } = input;
  const asked: Asked = {
    enrollee: memberKeyOf(input),
    facilityId: link.facilityId,
    visit: visitOf({ encounterId: null, serviceDate }),
    claim: {
      ...inQuestion({ encounterType, serviceDate, diagnoses, referral, lines: [] }),
      lines: linesAsked(lines, serviceDate),
    },
  };
  ofForm.set(input, asked);
  return asked;
}

/** A filed request as it is judged: its lines have their prices. */
export function askedOfFiledRequest(authorization: Authorization): Asked {
  const before = ofFiled.get(authorization);
  if (before) return before;
  const { enrolleeId, facilityId } = authorization;
  const asked = {
    enrollee: enrolleeKey.id(enrolleeId),
    facilityId,
    visit: visitOf({ encounterId: null, serviceDate: judgedDay(authorization) }),
    claim: inQuestion(authorization),
  };
  ofFiled.set(authorization, asked);
  return asked;
}
