import { asked, isAsked, whoIsAsked } from '../../../schema/domain/authorizations/ask-enrollee.ts';
import type { Authorization } from '../../../schema/domain/authorizations/authorization.ts';
import { dateIn } from '../../../schema/domain/dates.ts';
import { isSent, type Sending, sending } from '../../../schema/domain/notifications/sending.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext } from '../handler.ts';
import { type Enrollee, enrolleeKey } from '../memory/enrollees.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import type { FilingStep } from './at-filing.ts';

const principalOf = (memory: TenantMemory, { principalId }: Enrollee): Enrollee | null =>
  principalId === null ? null : (memory.enrollees.peek(enrolleeKey.id(principalId)) ?? null);

/** One message by each way out, and one to each browser. */
function sendingsOf(one: Authorization, { memory, newId, at }: TenantContext): Sending[] {
  const { alert, number: about } = one;
  if (!alert) return [];
  const browsers = memory.browsers.get(alert.to)?.browsers ?? [];
  return alert.channels.flatMap((channel): Sending[] => {
    const what = { kind: 'alert', to: alert.to, about } as const;
    if (channel === 'push')
      return browsers.map(({ endpoint }) => sending({ id: newId(), channel, endpoint, ...what }, at));
    return isSent(channel) ? [sending({ id: newId(), channel, endpoint: null, ...what }, at)] : [];
  });
}

/** Of an emergency the enrollee is asked as it is filed, before anybody decides on it (authorizations.md, Ghost-patient alerts). */
export const askEnrollee: FilingStep = {
  wants: (memory, { enrollee }) => {
    const patient = memory.enrollees.peek(enrollee);
    if (!patient) return [];
    const people = [patient.id, ...(patient.principalId === null ? [] : [patient.principalId])];
    return people.map((key): Want => ({ shelf: memory.browsers, key }));
  },
  apply: (request, _judged, context) => {
    const { memory, at } = context;
    const settings = memory.settings.get(only);
    const patient = memory.enrollees.get(enrolleeKey.id(request.enrolleeId));
    if (!isAsked(request) || !settings || !patient) return request;
    const day = dateIn(settings.calendar.zone, at);
    const person = whoIsAsked(patient, principalOf(memory, patient), day);
    const { email, sms } = settings.channels;
    const browsers = memory.browsers.get(person.id)?.browsers.length ?? 0;
    const ways = { email: email !== null, sms: sms !== null, browsers };
    const after = { ...request, alert: asked(person, ways, at) };
    for (const each of sendingsOf(after, context)) memory.sendings.put(each);
    return after;
  },
};
