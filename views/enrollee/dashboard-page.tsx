import type { ComponentChildren } from 'preact';
import type { EligibleBenefit } from '../../schema/domain/adjudication/eligibility.ts';
import { CoverVerdict } from '../claims/cover-verdict.tsx';
import type { EligibilityShown } from '../claims/eligibility-card.tsx';
import { paths } from '../paths.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { AuthorizationList, type MyAuthorizationRow } from './authorization-list.tsx';
import { BalanceUse, BenefitUse, isUsed } from './benefit-use.tsx';
import { ClaimList, type MyClaimRow } from './claim-list.tsx';

type MyDashboardProps = {
  firstName: string;
  cover: Pick<EligibilityShown, 'planName' | 'currency' | 'eligibility'>;
  claims: readonly MyClaimRow[];
  requests: readonly MyAuthorizationRow[];
  whose: Readonly<Record<string, string>>;
  /** what waits for them: nothing where nothing does */
  waiting?: ComponentChildren;
};

/** So many benefits in use have room on a first page. */
const shown_max = 3;

/** The benefits of which most is gone: they are what one wants to know of. */
const mostUsed = (benefits: readonly EligibleBenefit[]): EligibleBenefit[] => {
  const share = ({ balance }: EligibleBenefit) =>
    balance === null || balance.limit === null || balance.limit === 0
      ? 0
      : (balance.usedBefore + balance.reserved) / balance.limit;
  return benefits
    .filter(isUsed)
    .toSorted((a, b) => share(b) - share(a))
    .slice(0, shown_max);
};

function CoverCard({ cover: { planName, currency, eligibility } }: MyDashboardProps) {
  return (
    <Card title="Your cover" kind="lead">
      <p>
        <CoverVerdict cover={eligibility.cover} planName={planName} />
      </p>
      {eligibility.overall.map((balance) => (
        <div class="stack">
          <h3>{balance.sharedBy === 'family' ? 'All benefits, your family' : 'All benefits, yours'}</h3>
          <BalanceUse balance={{ ...balance, sharedBy: 'person' }} currency={currency} />
        </div>
      ))}
      <div class="cluster">
        <ButtonLink href={paths.me.card()} look="primary">
          Show card
        </ButtonLink>
        <ButtonLink href={paths.me.providers()}>Find a provider</ButtonLink>
      </div>
    </Card>
  );
}

/** What is on, what is left of it, and what happened last. */
export function MyDashboardPage(props: MyDashboardProps) {
  const { firstName, cover, claims, requests, whose, waiting } = props;
  const used = mostUsed(cover.eligibility.benefits);
  return (
    <>
      <PageHeader
        title={
          <span>
            Hello, <bdi>{firstName}</bdi>
          </span>
        }
      />
      {waiting}
      <CoverCard {...props} />
      {used.length === 0 ? null : (
        <Card title="Used most" aside={<a href={paths.me.coverage()}>All benefits</a>}>
          <ul class="benefits">
            {used.map((benefit) => (
              <BenefitUse benefit={benefit} currency={cover.currency} />
            ))}
          </ul>
        </Card>
      )}
      {requests.length === 0 ? null : (
        <Card
          title="Authorizations"
          kind="flush"
          aside={<a href={paths.me.authorizations()}>All authorizations</a>}
        >
          <AuthorizationList requests={requests} whose={whose} isDiscreet />
        </Card>
      )}
      <Card title="Latest claims" kind="flush" aside={<a href={paths.me.claims()}>All claims</a>}>
        {claims.length === 0 ? (
          <EmptyState title="No claims yet">
            When a provider bills your insurer for your care, it is listed here.
          </EmptyState>
        ) : (
          <ClaimList claims={claims} whose={whose} />
        )}
      </Card>
    </>
  );
}
