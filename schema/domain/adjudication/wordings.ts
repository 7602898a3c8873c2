import type { RuleName } from './judgement.ts';

/**
 * What each finding says to a person, staff and enrollee alike: one plain sentence with the figures the rule used. Kept apart
 * from the rules so that words can be read and improved on one page. `{left:money}` is written as money, `{on:date}` as a
 * date, `{days:days}` as a number of days. They stand under the rule and what it found.
 */
export const wordings = {
  service: {
    unknown: '{service} is not in the catalogue of services.',
    inactive: '{name} ({service}) is no longer in use in the catalogue of services.',
  },
  cover: {
    'not begun': 'Cover had not begun on {on:date}.',
    suspended: 'Cover was suspended on {since:date} and still was on {on:date}.',
    terminated: 'Cover had ended by {on:date}: it was terminated as of {since:date}.',
    deceased: 'Cover ended with the death that is on record, before {on:date}.',
    'principal not covered': 'The principal was not covered on {on:date}, so dependants were not either.',
    'client not covered': 'The client was not active on {on:date}, so its people were not covered.',
    'contract ended': "The client's contract had ended by {on:date}.",
    'no plan': 'No plan was in force on {on:date}.',
    'dependant not allowed': 'The plan did not cover this dependant on {on:date}.',
    honoured:
      'Cover no longer held on {on:date}, but the authorization {code} was issued while it did: it is honoured.',
    'honoured plan': 'Judged by the plan {plan}, under which the authorization {code} was issued.',
    'other payer': 'Another payer is named and comes first: find out what it has paid.',
    accident: 'The encounter follows an accident: somebody else may be liable.',
  },
  benefit: {
    none: 'The plan has no benefit for {name}.',
  },
  exclusion: {
    excluded: 'Not covered by the plan: {wording}',
  },
  waiting: {
    'not over':
      '{benefit} can be used from {from:date}, {days:days} after joining on {joined:date}; this was on {on:date}.',
  },
  person: {
    'service sex': '{name} is for {wanted} patients only.',
    'service age': '{name} is for ages {wanted}; the age on {on:date} was {age}.',
    sex: '{benefit} is for {wanted} patients only.',
    age: '{benefit} is for ages {wanted}; the age on {on:date} was {age}.',
    relation: '{benefit} is for {wanted} only, not for {relation}.',
  },
  place: {
    setting: '{benefit} is for {wanted} care only; this was {setting} care.',
    level: '{benefit} can be used at {wanted} facilities; this one is {level}.',
    primary: '{benefit} can be used at the primary facility only, except in an emergency.',
  },
  referral: {
    absent: '{benefit} needs a referral, except at the primary facility or in an emergency; none is named.',
  },
  authorization: {
    absent: '{benefit} needs an authorization for this; the line names none.',
    'absent above':
      '{benefit} needs an authorization above {above:money}; the line claims {claimed:money} and names none.',
    unknown: 'There is no authorization {code}.',
    cancelled: 'The authorization {code} was cancelled.',
    'other person': 'The authorization {code} was given for another person.',
    'other facility': 'The authorization {code} was given to another facility.',
    'other service': 'The authorization {code} was not given for {name}.',
    'other day': 'The authorization {code} is valid from {from:date} to {to:date}; this was on {on:date}.',
    'used up': 'Nothing is left of the authorization {code} for {name}.',
    quantity:
      'The authorization {code} has {left} left for {name}, so {approved} of {quantity} can be approved.',
    amount: 'The authorization {code} has {left:money} left for {name}, so {over:money} is the facility’s.',
  },
  interval: {
    service:
      '{name} can be had again after {days:days}: it was on {last:date}, so from {from:date}; this was on {on:date}.',
    benefit:
      '{benefit} can be used again after {days:days}: it was on {last:date}, so from {from:date}; this was on {on:date}.',
  },
  count: {
    'used up': '{benefit} allows {allowed} a plan year, and none is left.',
    part: '{benefit} has {left} of {allowed} left this plan year, so {approved} of {quantity} can be approved.',
  },
  duplicate: {
    same: 'The same service on the same day is on claim {number}, line {other}, which stands.',
    paid: 'The same service on the same day has been approved on claim {number}, line {other}.',
    part: '{name} is part of {whole}, which is billed beside it.',
    twice: 'The same service on the same day is on line {other} of this claim as well.',
  },
  price: {
    tariff:
      'The tariff is {price:money} each and {billed:money} was billed, so {over:money} is the facility’s.',
    none: 'Neither tariff has a price for this: it is judged by the {billed:money} that was billed.',
  },
  deductible: {
    plan: 'The first {most:money} of a plan year are the enrollee’s: {taken:money} of them falls on this.',
    benefit:
      'The first {most:money} of {benefit} in a plan year are the enrollee’s: {taken:money} of them falls on this.',
  },
  'co-pay': {
    flat: 'The co-pay for {benefit} is {flat:money} a visit: {taken:money} of it is taken here.',
    'flat to cap':
      'The co-pay for {benefit} is {flat:money} a visit, capped at {cap:money}: {taken:money} of it is taken here.',
    'percent to cap':
      'The enrollee’s part of {benefit} is {percent}% of {base:money}, capped at {cap:money} a visit: {taken:money}.',
    percent: 'The enrollee’s part of {benefit} is {percent}% of {base:money}: {taken:money}.',
  },
  limit: {
    visit:
      '{benefit} has {left:money} of {most:money} left for this visit, so {over:money} is the enrollee’s.',
    period:
      '{benefit} has {left:money} of {most:money} left this plan year, so {over:money} is the enrollee’s.',
    family:
      '{benefit} has {left:money} of {most:money} left for the family this plan year, so {over:money} is the enrollee’s.',
    lifetime:
      '{benefit} has {left:money} of {most:money} left for a lifetime, so {over:money} is the enrollee’s.',
    'lifetime of family':
      '{benefit} has {left:money} of {most:money} left for the family over all plan years, so {over:money} is the enrollee’s.',
    overall:
      'The plan has {left:money} of {most:money} left this plan year, so {over:money} is the enrollee’s.',
    'overall family':
      'The plan has {left:money} of {most:money} left for the family this plan year, so {over:money} is the enrollee’s.',
  },
} as const satisfies Record<RuleName, Record<string, string>>;

/** What a rule can find. */
export type Found<Rule extends RuleName> = keyof (typeof wordings)[Rule] & string;
