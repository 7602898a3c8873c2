import type { ClaimInQuestion, Facts, LineInQuestion } from '../../../schema/domain/adjudication/facts.ts';
import { judge } from '../../../schema/domain/adjudication/judge.ts';
import type { Judgement } from '../../../schema/domain/adjudication/judgement.ts';
import type { FamilyAccount } from '../../../schema/domain/benefits/account.ts';
import type { DecidedLine } from '../../../schema/domain/benefits/consumption.ts';
import type { Claim } from '../../../schema/domain/claims/claim.ts';
import type { Household } from '../../../schema/domain/cover/cover.ts';
import { familyIdOf } from '../../../schema/domain/cover/plan-on.ts';
import type { Moment } from '../../../schema/domain/dates.ts';
import type { CatalogueService } from '../../../schema/domain/plans/plan.ts';
import { linePrice, priceOn } from '../../../schema/domain/pricing/price-on.ts';
import { standardTariff } from '../../../schema/domain/pricing/set-price.ts';
import type { LinePrice } from '../../../schema/domain/pricing/tariff.ts';
import { accountKey } from '../memory/benefits.ts';
import type { Enrollee } from '../memory/enrollees.ts';
import { linkKey } from '../memory/network.ts';
import { priceKey } from '../memory/prices.ts';
import { serviceKey } from '../memory/services.ts';
import { only } from '../memory/settings.ts';
import type { TenantMemory } from '../memory.ts';
import { accountYears } from './account-years.ts';
import { type Asked, askedOf, type LineAsked } from './asked.ts';
import { codesNamed } from './codes-named.ts';
import { earlierUses, visitSoFar } from './history.ts';
import { householdOf, versionsOf } from './household.ts';
import { judgedDates } from './wants.ts';

/** The price of a service at a facility on a date: the link's, else the tenant's standard one, else as billed. */
export function priceOf(
  memory: TenantMemory,
  facilityId: string,
  line: Pick<LineAsked, 'service' | 'serviceDate' | 'unitPrice'>,
): LinePrice {
  const on = (tariff: string) =>
    priceOn(memory.prices.get(priceKey(tariff, line.service))?.prices ?? [], line.serviceDate);
  return linePrice({ link: on(facilityId), standard: on(standardTariff), billed: line.unitPrice });
}

/** The family's accounts that a judgement on these dates looks at. */
export function accountsOf(
  memory: TenantMemory,
  household: Household,
  dates: readonly string[],
): Map<string, FamilyAccount> {
  const family = familyIdOf(household);
  return new Map(
    accountYears(household, versionsOf(memory, household), dates).flatMap((from) => {
      const account = memory.accounts.get(accountKey(family, from));
      return account ? [[from, account] as const] : [];
    }),
  );
}

function servicesOf(memory: TenantMemory, { claim }: Asked): Map<string, CatalogueService> {
  return new Map(
    claim.lines.flatMap(({ service }) => {
      const found = memory.services.get(serviceKey.code(service));
      return found ? [[service, found] as const] : [];
    }),
  );
}

function factsOf(memory: TenantMemory, asked: Asked, person: Enrollee, at: Moment): Facts {
  const household = householdOf(memory, person);
  if (!household) throw new Error(`the household of ${person.id} is not in memory`);
  const link = memory.links.get(linkKey.facility(asked.facilityId));
  return {
    at,
    household,
    facility: {
      id: asked.facilityId,
      name: link?.name ?? '',
      level: link?.profile.level ?? null,
    },
    services: servicesOf(memory, asked),
    plans: versionsOf(memory, household),
    accounts: accountsOf(memory, household, judgedDates(memory, asked)),
    earlier: earlierUses(memory, person.id, asked),
    visit: visitSoFar(memory, person.id, asked),
    authorizations: codesNamed(memory, asked),
  };
}

/** A claim as it is judged, with all it is judged by. */
export interface Case {
  claim: ClaimInQuestion;
  facts: Facts;
}

/** The case of a claim whose facts are in memory (`judgingWants`). */
export function caseOf(memory: TenantMemory, asked: Asked, at: Moment): Case {
  const person = memory.enrollees.get(asked.enrollee);
  if (!person) throw new Error('there is no such enrollee');
  const lines = asked.claim.lines.map(
    (line): LineInQuestion => ({ ...line, price: line.price ?? priceOf(memory, asked.facilityId, line) }),
  );
  return { claim: { ...asked.claim, lines }, facts: factsOf(memory, asked, person, at) };
}

/** The case of a claim that is filed. */
export function caseOfFiled(memory: TenantMemory, claim: Claim, at: Moment): Case {
  return caseOf(memory, askedOf(claim, memory.settings.get(only)?.calendar.zone ?? 'UTC'), at);
}

/** What the engine says of a case; `decided` are lines that a person decides otherwise. */
export const judgeCase = ({ claim, facts }: Case, decided: readonly DecidedLine[] = []): Judgement =>
  judge(claim, facts, decided);
