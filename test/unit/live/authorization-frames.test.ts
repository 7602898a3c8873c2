import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  AuthorizationMoved,
  FacilityAuthorizationMoved,
} from '../../../durable-objects/actor/live-event.ts';
import { topicsOf } from '../../../durable-objects/actor/topics.ts';
import { authorizationStates } from '../../../schema/domain/authorizations/authorization.ts';
import {
  authorizationNews,
  facilityAuthorizationOf,
} from '../../../schema/domain/authorizations/facility-authorization.ts';
import { renderFrames } from '../../../worker/live/frames.tsx';
import { requestOf } from '../domain/authorizations/sample.ts';

const hour_ms = 3_600_000;
const at = Date.UTC(2026, 10, 26, 9);

const moved = (own: Partial<AuthorizationMoved['authorization']> = {}, action = 'RequestAuthorization') =>
  ({
    kind: 'authorization-moved',
    seq: 7,
    at,
    action,
    zone: 'Africa/Lagos',
    authorization: { ...requestOf(), answerBy: at + 4 * hour_ms, appealed: false, ...own },
  }) satisfies AuthorizationMoved;

const told = (own: Partial<FacilityAuthorizationMoved> = {}): FacilityAuthorizationMoved => ({
  kind: 'facility-authorization-moved',
  seq: 7,
  at,
  tenantId: '01tenant0000000000000a',
  tenantName: 'Meridian Health',
  news: 'authorization-approved',
  request: facilityAuthorizationOf(requestOf({ state: 'APPROVED', dueAt: null })),
  zone: 'Africa/Lagos',
  ...own,
});

const htmlFor = (event: Parameters<typeof renderFrames>[0], see: string) =>
  renderFrames(event).flatMap((frame) => (frame.see === see ? [frame.html] : []));

test('a request that arrives is announced above the queue with its place, and its own page is told', () => {
  const event = moved();
  const list = htmlFor(event, 'authorizations');
  expect(list.join('')).toContain('PA-26-000001');
  expect(list.join('')).toContain('arrived');
  expect(list.join('')).toMatch(/data-place="REQUESTED fac-1 URGENT - 0 \d+"/);
  expect(htmlFor(event, 'authorization:PA-26-000001').join('')).toContain('authorization-state');
});

test('the clock of a request stands while it is queried, and goes when it is answered', () => {
  const queried = moved({ state: 'QUERIED', queriedAt: at }, 'QueryAuthorization');
  expect(htmlFor(queried, 'authorizations').join('')).toContain('stands');
  const decided = moved({ state: 'APPROVED', answerBy: null }, 'DecideAuthorization');
  const list = htmlFor(decided, 'authorizations').join('');
  expect(list).toContain('Approved');
  expect(list).not.toContain('data-due');
  expect(htmlFor(decided, 'authorization:PA-26-000001').join('')).toContain('has decided');
});

test('an appeal shows as what waits', () => {
  const html = htmlFor(moved({ state: 'REJECTED', appealed: true }, 'AppealAuthorization'), 'authorizations');
  expect(html.join('')).toContain('Appealed');
});

test('a facility hears under its own names, of what happened to it', () => {
  const event = told();
  expect(topicsOf(event)).toEqual(['authorizations', 'authorization:01tenant0000000000000a-PA-26-000001']);
  expect(htmlFor(event, 'authorizations').join('')).toContain('#r-01tenant0000000000000a-PA-26-000001');
  expect(htmlFor(event, 'authorization:01tenant0000000000000a-PA-26-000001').join('')).toContain(
    'has approved',
  );
  expect(htmlFor(told({ news: 'authorization-requested' }), 'authorizations').join('')).toContain('was sent');
});

test('no frame names the person or an amount, and none passes 400 bytes with its number before it', () => {
  const actions = ['RequestAuthorization', 'QueryAuthorization', 'DeclineAuthorizationProposal', 'Other'];
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  fc.assert(
    fc.property(
      fc.constantFrom(...authorizationStates),
      fc.constantFrom(...actions),
      fc.constantFrom(...authorizationNews),
      fc.boolean(),
      fc.option(fc.integer({ min: at - 99 * hour_ms, max: at + 900 * hour_ms })),
      (state, action, news, appealed, answerBy) => {
        const facilityId = '01facility00000000000a';
        const number = 'PA-26-000000001234';
        const own = { state, appealed, answerBy, facilityId, number };
        const facility = facilityAuthorizationOf(requestOf({ state, number, dueAt: answerBy }));
        const all = [
          ...renderFrames(moved(own, action)),
          ...renderFrames(told({ news, request: { ...facility, appealed } })),
        ];
        for (const { html } of all) {
          expect(bytes(`123456789 ${html}`)).toBeLessThanOrEqual(400);
          expect(html).not.toMatch(/\n|Ngozi|INDV|10,000/);
        }
      },
    ),
  );
});
