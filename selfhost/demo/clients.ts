import { addDays, type CalendarDate } from '../../schema/domain/dates.ts';
import type { PutClient } from '../../schema/forms/put-client.ts';
import { naira } from './plans/benefit.ts';
import type { Tier } from './plans/tier.ts';

type PlanCode = Tier['code'];

/** A group of people who are covered together, from when in the past, and where their letters go. */
export interface DemoGroup {
  code: 'PALM' | 'KEST' | 'INDV';
  name: string;
  people: number;
  coveredDays: number;
  domain: string;
  /** how many of a hundred families are on which plan, and what a head costs per year, in naira */
  plans: readonly { plan: PlanCode; share: number; premium: number }[];
  /** they came from another insurer together, and their contract asks no second waiting */
  transferred: boolean;
}

/** The companies that buy cover; `INDV` is everybody's who comes without one. */
export const demoGroups: readonly DemoGroup[] = [
  {
    code: 'PALM',
    name: 'Palmgrove Foods Plc',
    people: 108,
    coveredDays: 392,
    domain: 'palmgrove.example',
    plans: [
      { plan: 'BRONZE', share: 25, premium: 62_000 },
      { plan: 'SILVER', share: 50, premium: 128_000 },
      { plan: 'GOLD', share: 25, premium: 290_000 },
    ],
    transferred: false,
  },
  {
    code: 'KEST',
    name: 'Kestrel Logistics Ltd',
    people: 74,
    coveredDays: 230,
    domain: 'kestrel.example',
    plans: [
      { plan: 'BRONZE', share: 55, premium: 65_000 },
      { plan: 'SILVER', share: 45, premium: 132_000 },
    ],
    transferred: true,
  },
  {
    code: 'INDV',
    name: 'Individual cover',
    people: 18,
    coveredDays: 180,
    domain: 'post.example',
    plans: [
      { plan: 'BRONZE', share: 35, premium: 74_000 },
      { plan: 'SILVER', share: 40, premium: 150_000 },
      { plan: 'GOLD', share: 25, premium: 340_000 },
    ],
    transferred: false,
  },
];

const contacts: Readonly<Record<DemoGroup['code'], PutClient['contacts']>> = {
  PALM: [
    {
      name: 'Chiamaka Ogbonna',
      role: 'Head of people',
      email: 'people@palmgrove.example',
      phone: '0800 000 9410',
    },
    { name: 'Dayo Akande', role: 'Accounts', email: 'accounts@palmgrove.example', phone: null },
  ],
  KEST: [{ name: 'Yusuf Abdul', role: 'HR manager', email: 'hr@kestrel.example', phone: '0800 000 9420' }],
  INDV: [],
};

/** Contracts of a year from the day cover began, the running one among them. */
function contractsOf({ code, coveredDays }: DemoGroup, today: CalendarDate): PutClient['contracts'] {
  if (code === 'INDV') return [];
  const years = Math.floor(coveredDays / 365) + 1;
  return Array.from({ length: years }, (_, year) => {
    const from = addDays(today, year * 365 - coveredDays);
    return { from, to: addDays(from, 364) };
  });
}

/** Whom the tenant covers, for how long and at what premium. */
export function demoClients(today: CalendarDate): PutClient[] {
  return demoGroups.map((group) => ({
    code: group.code,
    name: group.name,
    contacts: contacts[group.code],
    contracts: contractsOf(group, today),
    offers: group.plans.map(({ plan, premium }) => ({ plan, premium: naira(premium), per: 'year' as const })),
    waivesWaiting: group.transferred,
  }));
}
