import type { GivenReason } from '../../schema/domain/claims/given-reason.ts';

/** Reason codes by code, as the tenant words them. */
export type ReasonNames = Readonly<Record<string, string>>;

/** Reasons given, each with its code and the tenant's words for it. */
export function ReasonList({ reasons, names }: { reasons: readonly GivenReason[]; names: ReasonNames }) {
  return (
    <>
      {reasons.map((reason, index) => (
        <>
          {index === 0 ? null : <br />}
          <span class="mute">{reason.code}</span> {names[reason.code] ?? 'Reason'}
        </>
      ))}
    </>
  );
}
