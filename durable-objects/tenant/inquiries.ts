import type { Judgement } from '../../schema/domain/adjudication/judgement.ts';
import { checkMember } from '../../schema/domain/claims/intake.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Principal } from '../../schema/domain/permissions.ts';
import { standardTariff } from '../../schema/domain/pricing/set-price.ts';
import { isRefusal, type Refusal, refuse } from '../../schema/domain/refusal.ts';
import type { Want } from '../actor/book.ts';
import type { Store } from '../actor/store.ts';
import { caseOfRequest, decidingWants } from './authorizing/judging-requests.ts';
import { eligibilityAnswer, eligibilityWants, notLinkedOn } from './eligibility.ts';
import { filedClaim, filingWants } from './filing.ts';
import { askedOfForm, linkKeyOf, memberKeyOf } from './judging/asked-of-form.ts';
import { caseOf, caseOfFiled, judgeCase } from './judging/judge-claim.ts';
import { judgingWants } from './judging/wants.ts';
import type { TenantMemory } from './memory.ts';
import { findAuthorization } from './on-authorization.ts';
import { claimWants, filedClaimWants, findClaim } from './on-claim.ts';
import type {
  AssessQuestion,
  DryRunQuestion,
  EligibilityAnswer,
  EligibilityQuestion,
  JudgementAnswer,
} from './questions.ts';

/** What answering is done with. */
export interface InquiryParts {
  memory: TenantMemory;
  store: Store;
  clock: () => Moment;
  /** loads what is wanted, then answers in one piece (`Cycle.look`) */
  look: <T>(wants: () => Want[], answer: () => T) => Promise<T>;
  /** the tenant's own system, for a claim's number */
  system: Principal;
}

const noLink = () => refuse('not_found', 'The facility has no link with this insurer.');

/** Questions to a tenant's actor: answered from the memory that decisions are made on, and nothing is changed. */
export class Inquiries {
  readonly #parts: InquiryParts;

  constructor(parts: InquiryParts) {
    this.#parts = parts;
  }

  /** What the engine says now of a filed claim. */
  judgement(number: string): Promise<JudgementAnswer | Refusal> {
    const { memory, look, clock, system } = this.#parts;
    return look<JudgementAnswer | Refusal>(
      () => [...claimWants(memory, number), ...filedClaimWants(memory, number)],
      () => {
        const claim = findClaim(memory, number, system);
        if (isRefusal(claim)) return claim;
        const flags = claim.flags.flatMap(({ n, rule, state }) => (state === 'OPEN' ? [{ n, rule }] : []));
        return { judgement: judgeCase(caseOfFiled(memory, claim, clock())), version: claim.version, flags };
      },
    );
  }

  /** What the engine says now of a filed request for permission. */
  requestJudgement(number: string): Promise<Judgement | Refusal> {
    const { memory, look, clock, system } = this.#parts;
    return look<Judgement | Refusal>(
      () => decidingWants(memory, number, system),
      () => {
        const found = findAuthorization(memory, number, system);
        return isRefusal(found) ? found : judgeCase(caseOfRequest(found, { memory, at: clock() }));
      },
    );
  }

  /** What the engine says of a claim, or of a request for permission, while it is typed. */
  assess({ principal, input, asksForPermission }: AssessQuestion): Promise<Judgement | Refusal> {
    const { memory, look, clock } = this.#parts;
    const wants = (): Want[] => {
      const key = linkKeyOf(input, principal);
      const asked = askedOfForm(memory, input, principal);
      const link = key === null ? [] : [{ shelf: memory.links, key }];
      return [
        ...link,
        { shelf: memory.enrollees, key: memberKeyOf(input) },
        ...(asked ? judgingWants(memory, asked) : []),
      ];
    };
    return look<Judgement | Refusal>(wants, () => {
      const errors = checkMember(input, memory.enrollees.get(memberKeyOf(input)));
      if (errors.length > 0) return refuse('invalid', errors[0]?.message ?? '', errors);
      const asked = askedOfForm(memory, input, principal);
      const no = asked && notLinkedOn(memory, asked.facilityId, principal, asked.claim.startDate);
      if (no) return no;
      if (!asked) return noLink();
      const claim = asksForPermission ? { ...asked.claim, asksForPermission } : asked.claim;
      return judgeCase(caseOf(memory, { ...asked, claim }, clock()));
    });
  }

  /** What adjudication would say of a claim if it were filed now; intake's objections come first. */
  dryRun({ principal, input }: DryRunQuestion): Promise<Judgement | Refusal> {
    const { memory, look, clock } = this.#parts;
    return look<Judgement | Refusal>(
      () => filingWants(memory, input, principal),
      () => {
        const at = clock();
        const claim = filedClaim(memory, input, principal, { at, id: memory.claimIds.last + 1 });
        if (isRefusal(claim)) return claim;
        return judgeCase(caseOfFiled(memory, claim, at));
      },
    );
  }

  /** What a person is covered for on a day, and at which tariff the facility in question would bill. */
  async eligibility(question: EligibilityQuestion): Promise<EligibilityAnswer | Refusal> {
    const { memory, look } = this.#parts;
    const answer = await look(
      () => eligibilityWants(memory, question),
      () => eligibilityAnswer(memory, question),
    );
    if (isRefusal(answer) || !answer.network) return answer;
    return { ...answer, network: { ...answer.network, tariff: await this.#tariff(question) } };
  }

  async #tariff(question: EligibilityQuestion): Promise<'link' | 'standard' | 'none'> {
    const key = linkKeyOf(question, question.principal);
    const link = key === null ? null : this.#parts.memory.links.peek(key);
    const facilityId = question.facilityId ?? link?.facilityId ?? '';
    const has = 'select exists (select 1 from tariff_prices where tariff = ?) as has';
    const [own, standard] = await this.#parts.store.read([
      { sql: has, args: [facilityId] },
      { sql: has, args: [standardTariff] },
    ]);
    if (Number(own?.[0]?.has) === 1) return 'link';
    return Number(standard?.[0]?.has) === 1 ? 'standard' : 'none';
  }
}
