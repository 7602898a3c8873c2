import { requestHeldForVisit, visitHoldWants } from '../investigating/of-denied-visit.ts';
import { enrolleeKey } from '../memory/enrollees.ts';
import { withRequest } from '../memory/person-requests.ts';
import type { FilingStep } from './at-filing.ts';

/** A request of a check-in that the enrollee has denied is flagged and held; and each is found by its person from now on. */
export const ofDeniedVisit: FilingStep = {
  wants: (memory, { enrollee }) => {
    const person = memory.enrollees.peek(enrollee);
    return person
      ? [{ shelf: memory.personRequests, key: person.id }, ...visitHoldWants(memory, person)]
      : [];
  },
  apply: (request, _judged, context) => {
    const { memory } = context;
    const { enrolleeId, number, facilityId, serviceDate } = request;
    const person = memory.enrollees.get(enrolleeKey.id(enrolleeId));
    if (!person) return request;
    const before = memory.personRequests.get(person.id) ?? { enrolleeId, requests: [] };
    memory.personRequests.put(withRequest(before, [number, facilityId, serviceDate]));
    return requestHeldForVisit(request, context);
  },
};
