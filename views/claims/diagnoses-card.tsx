import type { Claim } from '../../schema/domain/claims/claim.ts';
import { Card } from '../ui/card.tsx';

/** The diagnoses, the main one first. Whoever may not see clinical detail is told that it is there, not what it is. */
export function DiagnosesCard({
  diagnoses,
  covered = false,
}: {
  diagnoses: Claim['diagnoses'];
  covered?: boolean;
}) {
  const title = diagnoses.length === 1 ? 'Diagnosis' : 'Diagnoses';
  if (covered)
    return (
      <Card title={title}>
        <p class="mute">
          {diagnoses.length === 1 ? 'One diagnosis' : `${diagnoses.length} diagnoses`}, shown to those who may
          see clinical detail.
        </p>
      </Card>
    );
  return (
    <Card title={title}>
      <ol class="stack">
        {diagnoses.map((diagnosis) => (
          <li>
            <code>{diagnosis.code}</code> <bdi>{diagnosis.name}</bdi>
            {diagnosis.system === 'ICD-10' ? null : <span class="mute"> ({diagnosis.system})</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
