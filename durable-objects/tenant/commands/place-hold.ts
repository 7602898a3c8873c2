import { holdSubject, licenceKey } from '../../../schema/domain/investigations/hold-subject.ts';
import { placeHold as place } from '../../../schema/domain/investigations/steps.ts';
import { isRefusal, type Refusal, refuse } from '../../../schema/domain/refusal.ts';
import type { PlaceHold } from '../../../schema/forms/investigations.ts';
import type { Want } from '../../actor/book.ts';
import type { TenantContext, TenantHandler } from '../handler.ts';
import { holdClaims, holdClaimsWants } from '../investigating/hold-claims.ts';
import { holdRequests, requestsWants } from '../investigating/hold-requests.ts';
import { beginSweep, investigationWants, stepInvestigation } from '../investigating/on-investigation.ts';
import { linkKey } from '../memory/network.ts';
import type { TenantMemory } from '../memory.ts';

/** Of whom a hold is, as it is found again: a licence however it was typed. */
const ofWhom = ({ on, of }: PlaceHold): string => (on === 'practitioner' ? (licenceKey(of) ?? '') : of);

const no = (message: string): Refusal => refuse('invalid', message, [{ field: 'of', message }]);

/** What a hold is called; refused when there is nobody of that name. */
function nameOf(input: PlaceHold, { memory }: TenantContext): string | Refusal {
  const { on } = input;
  const of = ofWhom(input);
  if (on === 'claims') return of === '' ? 'its claims' : no('Leave this empty: its own claims are held.');
  if (on === 'practitioner')
    return of === '' ? no("Name the practitioner by their licence's number.") : `practitioner ${of}`;
  const link = of === '' ? null : memory.links.get(linkKey.facility(of));
  return link?.name ?? no('There is no link with this facility.');
}

/** What a hold, placed or lifted, looks at. */
export function holdWants(memory: TenantMemory, input: PlaceHold): Want[] {
  const of = ofWhom(input);
  return [
    ...investigationWants(memory, input.investigation),
    { shelf: memory.held, key: holdSubject(input.investigation, { on: input.on, of }) },
    ...(input.on === 'claims'
      ? requestsWants(memory, memory.investigations.peek(input.investigation)?.authorizations ?? [])
      : []),
    ...(input.on === 'facility' && of !== '' ? [{ shelf: memory.links, key: linkKey.facility(of) }] : []),
  ];
}

/**
 * Nothing of the investigation's claims, of a facility's or of a practitioner's can be approved from now on; care goes on. The
 * investigation's own claims have it at once, up to a bound; all others that are there get it in the background. The network's
 * people are told of theirs.
 */
export const placeHold: TenantHandler<'PlaceHold'> = {
  wants: (memory, input) => [
    ...holdWants(memory, input),
    ...(input.on === 'claims'
      ? holdClaimsWants(memory, memory.investigations.peek(input.investigation)?.claims ?? [])
      : []),
  ],
  decide: (input, context) => {
    const { investigation: number, on } = input;
    const of = ofWhom(input);
    const name = nameOf(input, context);
    if (isRefusal(name)) return name;
    return stepInvestigation(
      number,
      (before, decider) => place(before, { on, of, name }, decider),
      (after) => {
        beginSweep(holdSubject(number, { on, of }), number, 'PLACING', context);
        const held = on === 'claims' ? holdRequests(after.authorizations, number, context) : [];
        const also = on === 'claims' ? holdClaims(after.claims, number, context) : [];
        const audience = on === 'claims' ? 'investigation.view' : 'network.link';
        return { data: { on, of }, notice: { kind: `${on}-held`, audience }, sweeps: true, held, also };
      },
      context,
    );
  },
};
