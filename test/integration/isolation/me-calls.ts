import { type Call, form } from './call.ts';
import type { World } from './world.ts';

/** How to call the enrollee's portal. */
export function meCalls({ queried, asked }: World): Record<string, Call> {
  const own = (path: string, more: Partial<Call> = {}): Call => ({ area: 'me', path, ...more });
  const shown = { shows: 'enrollee' } as const;
  return {
    'GET /me': own('/me', shown),
    'GET /me/card': own('/me/card', shown),
    'GET /me/coverage': own('/me/coverage', shown),
    'GET /me/plan': own('/me/plan', shown),
    'GET /me/providers': own('/me/providers', shown),
    'GET /me/claims': own('/me/claims', shown),
    'GET /me/claims/:number': own(`/me/claims/${queried}`, { ...shown, refused: [404] }),
    'GET /me/authorizations': own('/me/authorizations', shown),
    'GET /me/authorizations/:number': own(`/me/authorizations/${asked}`, { ...shown, refused: [404] }),
    'GET /me/alerts': own('/me/alerts', shown),
    'GET /me/alerts/:number': own(`/me/alerts/${asked}`, { ...shown, refused: [404] }),
    'GET /me/alerts/:number/dialog': own(`/me/alerts/${asked}/dialog`, { ...shown, refused: [404] }),
    'POST /me/alerts/:number/answers': own(`/me/alerts/${asked}/answers`, {
      body: form({ answer: 'YES' }),
      refused: [404],
    }),
    'POST /me/alerts/browsers': own('/me/alerts/browsers', {
      body: form({ endpoint: 'x', p256dh: 'k', auth: 'a' }),
    }),
    'POST /me/alerts/browsers/ends': own('/me/alerts/browsers/ends', { body: form({ endpoint: '' }) }),
    'POST /hooks/sms/:tenant': { area: 'public', path: '/hooks/sms/none', body: '{}' },
    'GET /dev/mail': { area: 'public', path: '/dev/mail' },
    'GET /alerts/:token': { area: 'public', path: '/alerts/none' },
    'POST /alerts/:token': { area: 'public', path: '/alerts/none', body: form({ answer: 'YES' }) },
    'GET /me/family': own('/me/family', shown),
    'GET /me/family/new': own('/me/family/new', shown),
    'POST /me/family/new': own('/me/family/new', { body: form({ relation: 'child' }) }),
    'GET /me/profile': own('/me/profile', shown),
    'POST /me/profile': own('/me/profile', { body: form({ phone: 'x', email: 'x' }) }),
    'POST /me/profile/consents': own('/me/profile/consents', { body: form({ to: 'x', given: '1' }) }),
    'POST /me/profile/primary-facility': own('/me/profile/primary-facility', { body: form() }),
    'GET /me/data': own('/me/data', shown),
    'POST /me/data': own('/me/data', { body: form() }),
    'GET /me/data/:export': own('/me/data/none-such', { refused: [404], absent: true }),
    'GET /me/notices': own('/me/notices', shown),
    'POST /me/notices': own('/me/notices', { body: form({ seq: '1' }) }),
    'POST /me/notices/preferences': own('/me/notices/preferences', { body: form({ on: 'claims' }) }),
    'GET /me/security': own('/me/security', shown),
    'POST /me/security': own('/me/security', { body: form({ current: 'x', password: 'x' }) }),
    'POST /me/security/sessions/:session/ends': own('/me/security/sessions/none-such/ends', {
      body: form(),
      refused: [404],
    }),
    'GET /me/offline': { area: 'public', path: '/me/offline' },
    'GET /me/service-worker.js': { area: 'public', path: '/me/service-worker.js' },
  };
}
