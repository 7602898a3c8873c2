import { expect, test } from 'vitest';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import { decide } from '../../../schema/domain/claims/decide.ts';
import { seededReasonCodes } from '../../../schema/domain/claims/reason-codes.ts';
import { submit } from '../../../schema/domain/claims/submit.ts';
import { alwaysInForce } from '../../../schema/domain/network/link.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { defaultSettings } from '../../../schema/domain/tenant-settings.ts';
import { demoClaims } from '../../../selfhost/demo/claims.ts';
import { type Happening, sentFor } from '../../../selfhost/demo/course-of-events.ts';
import { type DemoClaim, stateOf } from '../../../selfhost/demo/demo-claim.ts';
import { demoEnrollees } from '../../../selfhost/demo/enrollees.ts';
import { demoFacility, demoTenant } from '../../../selfhost/demo/organisations.ts';
import { demoServices } from '../../../selfhost/demo/services.ts';
import { aJudgement } from '../domain/claims/a-judgement.ts';

const today = '2026-11-23';
const people = new Map(demoEnrollees(today).map((person) => [person.externalId, person]));
const memberIds = new Map([...people.keys()].map((id) => [id, id]));
const settings = defaultSettings(demoTenant.open);
const rules = {
  calendar: settings.calendar,
  claimSlaHours: settings.claimSlaHours,
  highValue: settings.highValue,
  queueRules: settings.queueRules,
  reasons: new Map(seededReasonCodes.map((reason) => [reason.code, reason])),
};
const services = new Map(
  demoServices.map(({ code = '', name, active, group }) => [code, { name, active, group }]),
);

function filed(claim: DemoClaim, id: number): Claim {
  const { principal, command } = sentFor({ at: claim.at, claim, step: null }, {}, memberIds);
  if (command.type !== 'SubmitClaim') throw new Error('not a submission');
  const facility = demoFacility(claim.facility);
  const person = people.get(claim.input.enrolleeExternalId);
  const made = submit(
    command.input,
    { at: claim.at, id: principal?.id ?? '', name: principal?.name ?? '' },
    {
      ...rules,
      id,
      zone: demoTenant.open.zone,
      currency: settings.currency,
      filingWindowDays: settings.filingWindowDays,
      receivesAutomatically: settings.receivesAutomatically,
      link: {
        facilityId: facility.id,
        name: facility.profile.name,
        inForce: alwaysInForce.inForce,
        profile: {},
      },
      enrollee: person
        ? { ...person, id: person.externalId, memberId: person.externalId, clientCode: 'X' }
        : null,
      services,
      planOn: () => null,
      diagnoses: new Map(),
      filedAs: null,
      priceOf: ({ unitPrice }) => ({ price: unitPrice, source: 'billed' }),
    },
  );
  if (isRefusal(made)) throw new Error(`${claim.input.externalId}: ${made.message}`);
  return made;
}

function next(claim: Claim, happening: Happening): Claim {
  const { principal, command } = sentFor(happening, { known: claim, judged: aJudgement(claim) }, memberIds);
  const decider = { at: happening.at, id: principal?.id ?? '', name: principal?.name ?? '' };
  switch (command.type) {
    case 'TakeClaim':
    case 'QueryClaim':
    case 'ApproveClaim':
    case 'RejectClaim': {
      const judgement = aJudgement(claim);
      const judged = { judgement, rejudge: () => judgement, mayOverride: false, mustName: false };
      const made = decide(claim, { ...judged, ...command }, decider, rules);
      if (isRefusal(made))
        throw new Error(`${happening.claim.input.externalId} ${command.type}: ${made.message}`);
      return made;
    }
    case 'AnswerQuery': {
      const { answer } = command.input;
      const made = decide(claim, { type: 'AnswerQuery', input: { answer } }, decider, rules);
      if (isRefusal(made)) throw new Error(made.message);
      return made;
    }
    default:
      throw new Error(`no ${command.type} is expected`);
  }
}

test('the rules of claims take every story, and it ends as the demo says', () => {
  for (const [index, told] of demoClaims(today).entries()) {
    let claim = filed(told, index + 1);
    for (const step of told.steps) claim = next(claim, { at: step.at, claim: told, step });
    const ends = stateOf(told);
    const wanted = ends === 'DECIDED' ? ['APPROVED', 'REJECTED'] : [ends];
    expect([told.input.externalId, wanted.includes(claim.state)]).toEqual([told.input.externalId, true]);
    if (claim.state === 'APPROVED') {
      const last = told.steps.at(-1);
      const cut = (claim.approved ?? 0) < claim.claimed;
      expect(cut).toBe(claim.outcome === 'PARTIAL');
      expect(!cut || (last?.type === 'DecideClaim' && last.leaning.to === 'less')).toBe(true);
    }
  }
});
