import type { ClaimInQuestion, Facts } from '../../../../schema/domain/adjudication/facts.ts';
import type { FamilyAccount, LedgerEntry } from '../../../../schema/domain/benefits/account.ts';
import { applyEntry, emptyAccount } from '../../../../schema/domain/benefits/apply-entry.ts';
import { familyIdOf } from '../../../../schema/domain/cover/plan-on.ts';
import type { CalendarDate } from '../../../../schema/domain/dates.ts';
import type { CatalogueService } from '../../../../schema/domain/plans/plan.ts';
import {
  aClaim,
  aClient,
  aPerson,
  aService,
  aVersion,
  type SomeBenefit,
  type SomeClaim,
  type SomeClient,
  type SomePerson,
  type SomeRules,
  someFacts,
} from './builders.ts';

/** A plan version as a case tells it: benefits by code; left out: one for each service that is billed. */
export type ToldPlan = Omit<SomeRules, 'benefits'> & {
  /** null: a draft */
  from?: CalendarDate | null;
  benefits?: Record<string, Omit<SomeBenefit, 'code'>>;
};

/** What somebody has used, reserved …: an entry of the ledger of which only what matters is said. */
type ToldEntry = Partial<LedgerEntry> & { benefit: string };

/** What is given; everything left out is as plain as can be (see builders.ts). */
export interface Given {
  /** the plan GOLD, in force since long ago */
  plan?: ToldPlan;
  /** more plans, or the versions of one, by code */
  plans?: Record<string, ToldPlan[]>;
  /** what is not plain about a service; null: the catalogue does not have it */
  services?: Record<string, Partial<CatalogueService> | null>;
  person?: SomePerson;
  principal?: SomePerson;
  client?: SomeClient;
  facility?: Partial<Facts['facility']>;
  ledger?: ToldEntry[];
  earlier?: (Partial<Facts['earlier'][number]> & { service: string })[];
  visit?: Record<string, Partial<{ approved: number; coPay: number; flatTaken: boolean }>>;
  authorizations?: Record<
    string,
    Partial<Omit<NonNullable<ReturnType<Facts['authorizations']['get']>>, 'lines'>> & {
      for?: Record<string, Partial<NonNullable<ReturnType<Facts['authorizations']['get']>>['lines'][number]>>;
    }
  >;
}

function servicesOf(given: Given, billed: readonly string[]): CatalogueService[] {
  const told = given.services ?? {};
  const codes = new Set([...billed, ...Object.keys(told)]);
  return [...codes].flatMap((code) => {
    const some = told[code];
    return some === null ? [] : [aService(code, some)];
  });
}

function plansOf({ plan = {}, plans = {} }: Given, billed: readonly string[]): Facts['plans'] {
  const rules = ({ benefits, from: _, ...rest }: ToldPlan): SomeRules => {
    const told = benefits ?? Object.fromEntries(billed.map((code) => [code, {}]));
    return { ...rest, benefits: Object.entries(told).map(([code, some]) => ({ code, ...some })) };
  };
  const all = { ...(plans.GOLD ? {} : { GOLD: [plan] }), ...plans };
  return new Map(
    Object.entries(all).map(([code, versions]) => [
      code,
      versions.map((told, i) =>
        aVersion(code, i + 1, told.from === undefined ? '2020-01-01' : told.from, rules(told)),
      ),
    ]),
  );
}

export function entry(told: ToldEntry, familyId: string): LedgerEntry {
  return {
    kind: 'CONSUME',
    familyId,
    enrolleeId: 'ada',
    period: '2026-01-01',
    plan: 'GOLD',
    amount: 0,
    units: 1,
    days: 0,
    visits: 0,
    deductible: 0,
    overallDeductible: 0,
    serviceDate: '2026-02-01',
    at: 0,
    claimId: 1,
    line: 1,
    authorization: null,
    ...told,
  };
}

/** Files entries into the accounts of their plan years. */
export function filed(
  accounts: Facts['accounts'],
  entries: readonly LedgerEntry[],
): Map<CalendarDate, FamilyAccount> {
  const after = new Map(accounts);
  for (const each of entries) {
    const account = after.get(each.period) ?? emptyAccount(each.familyId, each.period);
    after.set(each.period, applyEntry(account, each));
  }
  return after;
}

/** The facts of a case for a claim with these services. */
export function factsOf(given: Given, billed: readonly string[]): Facts {
  const { person, principal, client, facility, ledger = [], earlier = [] } = given;
  const household = {
    person: aPerson(person),
    principal: principal ? aPerson({ id: 'pat', ...principal }) : null,
    client: aClient(client),
  };
  const familyId = familyIdOf(household);
  const visit = Object.entries(given.visit ?? {}).map(
    ([code, some]) => [code, { approved: 0, coPay: 0, flatTaken: false, ...some }] as const,
  );
  const authorizations = Object.entries(given.authorizations ?? {}).map(([code, told]) => {
    const { for: lines = {}, ...some } = told;
    const dates = { validFrom: '2026-05-25', validTo: '2026-06-08', issuedAt: 0, movedOn: null };
    const authorized = Object.entries(lines).map(([service, line]) => ({
      service,
      reserved: true,
      quantityLeft: 1,
      amountLeft: 1000,
      visitsLeft: 0,
      period: '2026-01-01',
      plan: 'GOLD',
      benefit: service,
      under: null,
      ...line,
    }));
    return [
      code,
      { code, enrolleeId: 'ada', facilityId: 'clinic', ...dates, ...some, lines: authorized },
    ] as const;
  });
  return someFacts({
    household,
    plans: plansOf(given, billed),
    services: servicesOf(given, billed),
    facility: { id: 'clinic', name: 'Lagoon View', level: 'secondary', ...facility },
    accounts: filed(
      new Map(),
      ledger.map((told) => entry(told, familyId)),
    ),
    earlier: earlier.map((some) => ({
      claimId: 5,
      number: 'CLM-26-000005',
      line: 1,
      serviceDate: '2026-06-01',
      facilityId: 'clinic',
      approvedQuantity: null,
      ...some,
    })),
    visit: new Map(visit),
    authorizations: new Map(authorizations),
  });
}

/** A claim as a case tells it: a line may be said by its service alone. */
export type ToldClaim = Omit<SomeClaim, 'lines'> & {
  lines: readonly (SomeClaim['lines'][number] | string)[];
};

export function claimOf({ lines, ...rest }: ToldClaim): ClaimInQuestion {
  return aClaim({
    ...rest,
    lines: lines.map((line) => (typeof line === 'string' ? { service: line } : line)),
  });
}
