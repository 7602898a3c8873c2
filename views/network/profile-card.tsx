import type { FacilityProfile } from '../../schema/tables/tenant/network.ts';
import { Card } from '../ui/card.tsx';
import { DayText } from '../ui/date-text.tsx';
import { type Fact, Facts } from '../ui/facts.tsx';
import { facilityKindWords, levelWords } from './link-words.ts';

const fact = (label: string, value: string | undefined): Fact | null =>
  value === undefined ? null : [label, <bdi>{value}</bdi>];
const day = (label: string, value: string | undefined): Fact | null =>
  value === undefined ? null : [label, <DayText date={value} />];

/** Where a facility is, in one line. */
export const placeOf = ({ city, state }: Pick<FacilityProfile, 'city' | 'state'>): string =>
  [city, state].filter(Boolean).join(', ');

/** Where it is on the globe, in degrees; undefined: nobody has said. */
function positionOf({ latitude, longitude }: FacilityProfile): string | undefined {
  if (latitude === undefined || longitude === undefined) return undefined;
  const north = `${Math.abs(latitude)}° ${latitude < 0 ? 'S' : 'N'}`;
  return `${north}, ${Math.abs(longitude)}° ${longitude < 0 ? 'W' : 'E'}`;
}

/** What kind of facility it is, in one line. */
export const kindOf = ({ kind, level }: Pick<FacilityProfile, 'kind' | 'level'>): string =>
  level === undefined ? facilityKindWords[kind] : `${facilityKindWords[kind]}, ${level}`;

/** A facility's public profile. */
export function ProfileCard({
  profile,
  externalId,
}: {
  profile: FacilityProfile;
  externalId?: string | null;
}) {
  return (
    <Card title="Profile">
      <Facts
        facts={[
          ['Kind', facilityKindWords[profile.kind]],
          profile.level === undefined ? null : ['Level', levelWords[profile.level]],
          fact('Address', profile.address),
          fact('Place', placeOf(profile) || undefined),
          fact('Position', positionOf(profile)),
          fact('Telephone', profile.phone),
          fact('Licence', profile.licence),
          day('Licence until', profile.licenceUntil),
          day('Accredited until', profile.accreditedUntil),
          fact('External id', externalId ?? undefined),
        ]}
      />
    </Card>
  );
}
