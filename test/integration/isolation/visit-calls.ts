import { type Call, form } from './call.ts';
import type { World } from './world.ts';

/** How to call what is about check-ins, at the facility's desk and in the enrollee's portal. */
export function visitCalls({ tenant, visit }: World): Record<string, Call> {
  const desk = (path: string, more: Partial<Call> = {}): Call => ({ area: 'provider', path, ...more });
  const own = (path: string, more: Partial<Call> = {}): Call => ({ area: 'me', path, ...more });
  const named = { refused: [404] } as const;
  const at = `/provider/check-in/${tenant.id}/${visit}`;
  const who = { tenantId: tenant.id, memberId: 'ZEBU-ZEBC-00001-P', birthDate: '1990-05-17' };
  const shown = { shows: 'facility' } as const;
  return {
    'GET /provider/check-in': desk('/provider/check-in', shown),
    'POST /provider/check-in': desk('/provider/check-in', { refused: [422], ...shown, body: form(who) }),
    'GET /provider/check-in/:tenant/:number': desk(at, { ...named, ...shown }),
    'POST /provider/check-in/:tenant/:number/claims': desk(`${at}/claims`, { ...named, body: form() }),
    'GET /me/check-ins': own('/me/check-ins', { shows: 'enrollee' }),
    'POST /me/check-ins/:number/answers': own(`/me/check-ins/${visit}/answers`, {
      ...named,
      body: form({ answer: 'mine' }),
    }),
    'POST /me/card/devices': own('/me/card/devices', {
      body: form({ deviceId: 'walking-1', publicKey: 'x'.repeat(87) }),
    }),
  };
}
