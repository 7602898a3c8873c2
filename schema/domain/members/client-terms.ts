import type { ContractPeriod } from '../cover/cover.ts';
import { addDays, type CalendarDate } from '../dates.ts';
import { type FieldError, type Refusal, refuse } from '../refusal.ts';
import { backDatedDaysMax } from './backdating.ts';
import type { Client, ClientContact, PlanOffer } from './enrollee.ts';
import type { PublishedPlan } from './plan-choice.ts';

/** Cover without an employer stands under this client; it has no contract. */
export const individualsCode = 'INDV';

/** What is said of a client; what is left out stays as it is. */
export interface ClientTerms {
  code: string;
  name: string;
  contacts?: readonly ClientContact[] | undefined;
  contracts?: readonly ContractPeriod[] | undefined;
  offers?: readonly PlanOffer[] | undefined;
  waivesWaiting?: boolean | undefined;
}

/** What is decided upon: the client as it is, and each plan that is offered, as far as it is there. */
export interface ClientFacts {
  today: CalendarDate;
  before: Client | null;
  plans: ReadonlyMap<string, PublishedPlan>;
}

function contractErrors({ code, contracts = [] }: ClientTerms): FieldError[] {
  if (code === individualsCode && contracts.length > 0)
    return [{ field: 'contracts.0.from', message: 'Individuals have no contract: leave it out.' }];
  return contracts.flatMap(({ from, to }, i) => {
    if (to < from) return { field: `contracts.${i}.to`, message: 'The contract ends before it begins.' };
    const other = contracts.find((each, j) => j < i && each.from <= to && from <= each.to);
    if (!other) return [];
    const message = `This overlaps the contract from ${other.from} to ${other.to}.`;
    return { field: `contracts.${i}.from`, message };
  });
}

function offerErrors({ offers = [] }: ClientTerms, { before, plans, today }: ClientFacts): FieldError[] {
  return offers.flatMap(({ plan }, i) => {
    const field = `offers.${i}.plan`;
    if (offers.findIndex((each) => each.plan === plan) < i)
      return { field, message: `${plan} stands here twice.` };
    if (before?.offers.some((each) => each.plan === plan)) return [];
    const found = plans.get(plan);
    if (!found) return { field, message: `There is no plan ${plan}.` };
    if (found.versions.length === 0) return { field, message: `${found.plan.name} is not published yet.` };
    const { retiredFrom } = found.plan;
    const retired = retiredFrom !== null && retiredFrom <= today;
    return retired ? { field, message: `${found.plan.name} is retired from ${retiredFrom}.` } : [];
  });
}

const inOrder = (contracts: readonly ContractPeriod[]) =>
  contracts.map(({ from, to }) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1));

/** Whether the days that a client's people are covered for are others. */
export const isAgreedAnew = (before: readonly ContractPeriod[], after: readonly ContractPeriod[]): boolean =>
  before.length !== after.length ||
  before.some(({ from, to }, i) => after[i]?.from !== from || after[i]?.to !== to);

/** The days under contract before a day, neighbouring periods as one. */
function daysBefore(contracts: readonly ContractPeriod[], day: CalendarDate): string {
  const spans: ContractPeriod[] = [];
  for (const { from, to } of inOrder(contracts).filter((each) => each.from < day)) {
    const last = spans.at(-1);
    const end = to < day ? to : day;
    if (last && addDays(last.to, 1) === from) last.to = end;
    else spans.push({ from, to: end });
  }
  return JSON.stringify(spans);
}

/** What is long past stays: whoever was under contract then was covered. A first contract may begin at any time. */
function pastErrors({ contracts }: ClientTerms, { before, today }: ClientFacts): FieldError[] {
  if (!contracts || !before || before.contracts.length === 0) return [];
  const earliest = addDays(today, -backDatedDaysMax);
  if (daysBefore(contracts, earliest) === daysBefore(before.contracts, earliest)) return [];
  const message = `Leave the days before ${earliest} as they were: a change lies at most ${backDatedDaysMax} days back.`;
  return [{ field: 'contracts.0.from', message }];
}

const has = (contracts: readonly ContractPeriod[], day: CalendarDate): boolean =>
  contracts.some(({ from, to }) => from <= day && day <= to);

/**
 * Plan years are counted from a contract's first day, and what people have used stands in the plan year it was used in: a
 * year that has begun keeps its first day, or limits and deductibles would begin anew in its midst.
 */
function yearErrors({ contracts }: ClientTerms, { before, today }: ClientFacts): FieldError[] {
  if (!contracts || !before) return [];
  const begun = (each: ContractPeriod) => each.from <= today;
  const kept = before.contracts
    .filter(begun)
    .filter(({ from }) => !contracts.some((each) => each.from === from))
    .map(({ from }): FieldError => {
      const message = `Keep the contract that began on ${from}: its plan years are counted from that day.`;
      return { field: 'contracts.0.from', message };
    });
  const added = contracts.flatMap((each, i): FieldError[] => {
    if (!begun(each) || before.contracts.some(({ from }) => from === each.from)) return [];
    if (before.contracts.length === 0 && before.people === 0) return [];
    if (before.contracts.length > 0 && !has(before.contracts, each.from)) return [];
    const message = 'A plan year that people are in has begun already: let this contract begin after today.';
    return [{ field: `contracts.${i}.from`, message }];
  });
  return [...kept, ...added];
}

/** The first past day that is under contract now and was not, or the other way round; a first contract changes nobody's cover. */
function reviewFrom(
  before: readonly ContractPeriod[],
  after: readonly ContractPeriod[],
  today: CalendarDate,
): CalendarDate | null {
  if (before.length === 0) return null;
  const edges = [...before, ...after].flatMap(({ from, to }) => [from, addDays(to, 1)]).sort();
  return edges.find((day) => day < today && has(before, day) !== has(after, day)) ?? null;
}

/** A client as these terms make it, or every field's mistake. `changed` is false where nothing differs. */
export function decideClient(
  terms: ClientTerms,
  blank: Client,
  facts: ClientFacts,
): { client: Client; created: boolean; changed: boolean; reviewFrom: CalendarDate | null } | Refusal {
  const past = pastErrors(terms, facts);
  const errors = [
    ...contractErrors(terms),
    ...offerErrors(terms, facts),
    ...(past.length > 0 ? past : yearErrors(terms, facts)),
  ];
  if (errors.length > 0) return refuse('invalid', errors[0]?.message ?? '', errors);
  const was = facts.before ?? blank;
  const client: Client = {
    ...was,
    name: terms.name,
    contacts: terms.contacts ?? was.contacts,
    contracts: terms.contracts === undefined ? was.contracts : inOrder(terms.contracts),
    offers: terms.offers ?? was.offers,
    waivesWaiting: terms.waivesWaiting ?? was.waivesWaiting,
  };
  const created = facts.before === null;
  const changed = created || JSON.stringify(client) !== JSON.stringify(was);
  return { client, created, changed, reviewFrom: reviewFrom(was.contracts, client.contracts, facts.today) };
}
