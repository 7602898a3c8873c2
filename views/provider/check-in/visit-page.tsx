import { localTime } from '../../../schema/domain/dates.ts';
import type { Visit } from '../../../schema/domain/visits/visit.ts';
import { EligibilityCard, type EligibilityShown } from '../../claims/eligibility-card.tsx';
import { paths } from '../../paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import type { DraftTenant } from '../draft-view.ts';

type VisitPageProps = {
  visit: Pick<Visit, 'number' | 'enrolleeName' | 'memberId' | 'at' | 'by' | 'how'>;
  tenant: Pick<DraftTenant, 'id' | 'name' | 'zone'>;
  /** what they are covered for on the day; null: the HMO could not say */
  shown: EligibilityShown | null;
  may: { claim: boolean; ask: boolean };
  commandId: string;
};

const howWords = { card: 'by the code of their card', typed: 'by member id and birth date' };

/** A visit that was recorded: what one does next begins here, with everything filled in that is known. */
export function VisitPage({ visit, tenant, shown, may, commandId }: VisitPageProps) {
  const { number, enrolleeName, memberId, at, by, how } = visit;
  return (
    <>
      <PageHeader title={<bdi>{enrolleeName}</bdi>} lead={`Checked in, ${number}`} />
      <Card
        title="This visit"
        aside={
          <div class="cluster">
            {may.claim ? (
              <Form action={paths.provider.visitClaims(tenant.id, number)} commandId={commandId} inline>
                <Button look="primary" keys="c">
                  Start a claim
                </Button>
              </Form>
            ) : null}
            {may.ask ? (
              <ButtonLink
                href={paths.provider.newAuthorization({ visit: `${tenant.id}:${number}` })}
                keys="a"
              >
                Ask for an authorization
              </ButtonLink>
            ) : null}
          </div>
        }
      >
        <Facts
          facts={[
            ['Member id', memberId],
            ['HMO', <bdi>{tenant.name}</bdi>],
            ['Checked in', `${localTime(tenant.zone, at).slice(0, 16).replace('T', ', ')} by ${by}`],
            ['Recognised', howWords[how]],
          ]}
        />
      </Card>
      {shown === null ? (
        <Notice tone="warn">{tenant.name} cannot say now what they are covered for. Reload the page.</Notice>
      ) : (
        <EligibilityCard shown={shown} />
      )}
    </>
  );
}
