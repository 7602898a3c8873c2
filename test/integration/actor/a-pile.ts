import type { PileKey } from '../../../schema/domain/piles/pile.ts';
import type { World } from './a-desk.ts';
import { person } from './a-family.ts';
import { command, done } from './a-tenant.ts';
import { claimForm } from './claim-form.ts';

const days = 20;

/** The month of the day 35 days ago: whole, over, and within the filing window. */
function monthBefore(): { year: number; month: number; key: string } {
  const day = new Date(Date.now() - 35 * 86_400_000);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth(), key: day.toISOString().slice(0, 7) };
}

/**
 * One pile of so many clean claims, each of a person of its own and filed a minute after the one before, so that no rule finds
 * anything; their numbers in the order of filing.
 */
export async function aPile(
  { send, people, later }: World,
  claims: number,
): Promise<PileKey & { numbers: string[] }> {
  const prices = ['CONS', 'LAB-MP'].map((service) => ({ service, from: '2020-01-01', price: 500_000 }));
  done(await send(command(people.system, 'PutPrices', { tariff: 'standard', prices })));
  const persons = Array.from({ length: claims }, (_, nth) => `p${nth}`);
  for (const id of persons)
    done(await send(command(people.system, 'PutEnrollee', person(id, { plan: 'FULL' }))));
  const { year, month, key } = monthBefore();
  const filings = Array.from({ length: claims }, (_, nth) => {
    const { memberId: _member, ...form } = claimForm({
      startedAt: new Date(Date.UTC(year, month, 1 + (nth % days), 9)).toISOString(),
    });
    return { ...form, enrolleeExternalId: `p${nth}` };
  });
  const numbers: string[] = [];
  for (const filing of filings) {
    later(60_000);
    const outcome = done(await send(command(people.facility, 'SubmitClaim', filing)));
    if ('number' in outcome) numbers.push(outcome.number);
  }
  return { facilityId: people.facility.organisation.id, month: key, numbers };
}

/** Gives both adjudicators the role of a claims manager, who may decide in batches. */
export async function managers({ send, people }: World, ...ids: string[]): Promise<void> {
  for (const id of ids)
    done(
      await send(
        command(people.system, 'PutStaff', {
          accountId: id,
          name: id === 'ada' ? 'Ada Obi' : 'Ben Eze',
          email: `${id}@${people.id}.example`,
          roleKey: 'claims-manager',
          state: 'ACTIVE',
        }),
      ),
    );
}
