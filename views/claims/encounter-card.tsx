import type { Claim } from '../../schema/domain/claims/claim.ts';
import { Card } from '../ui/card.tsx';
import { MomentText } from '../ui/date-text.tsx';
import { Facts } from '../ui/facts.tsx';
import { encounterWords } from './encounter-words.ts';

type Encounter = Pick<
  Claim,
  | 'encounterType'
  | 'startedAt'
  | 'endedAt'
  | 'practitionerName'
  | 'practitionerLicence'
  | 'referral'
  | 'otherPayer'
  | 'accident'
  | 'externalId'
>;

/** The visit or stay that the claim is for. */
export function EncounterCard({ claim, zone }: { claim: Encounter; zone: string }) {
  return (
    <Card title="Encounter">
      <Facts
        facts={[
          ['Kind', encounterWords[claim.encounterType]],
          ['From', <MomentText at={claim.startedAt} timeZone={zone} year />],
          ['To', <MomentText at={claim.endedAt} timeZone={zone} year />],
          ['Practitioner', <bdi>{claim.practitionerName}</bdi>],
          claim.practitionerLicence === null ? null : ['Licence', claim.practitionerLicence],
          claim.referral === null ? null : ['Referral', <bdi>{claim.referral}</bdi>],
          claim.otherPayer === null ? null : ['Other payer', <bdi>{claim.otherPayer}</bdi>],
          claim.accident ? ['Accident', 'Yes'] : null,
          claim.externalId === null ? null : ["Sender's id", claim.externalId],
        ]}
      />
    </Card>
  );
}
