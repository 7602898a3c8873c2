import type { CoverAnswer } from '../../schema/domain/cover/cover.ts';
import { CoverVerdict } from '../claims/cover-verdict.tsx';

/** Whom member id and birth date name, and whether they are covered on the day of service. */
export interface WhoShown {
  name: string;
  /** null: the HMO could not say */
  verdict: {
    cover: CoverAnswer;
    planName: string | null;
    primaryFacilityName: string | null;
    atPrimary: boolean;
  } | null;
}

type WhoItIsProps = {
  /** null: both do not agree; undefined: not asked yet */
  who: WhoShown | null | undefined;
  /** a field says so already */
  blamed: boolean;
};

/** The enrollee by name with the verdict of cover, or that there is none; it comes in while one types. */
export function WhoItIs({ who, blamed }: WhoItIsProps) {
  return (
    <div class="assessed" id="who" role="status">
      {who === undefined || (who === null && blamed) ? null : who === null ? (
        <p class="late">
          No enrollee of this HMO has this member id and birth date. Check both against the card.
        </p>
      ) : (
        <>
          <p>
            <span>
              This is{' '}
              <b>
                <bdi>{who.name}</bdi>
              </b>
              .
            </span>
          </p>
          {who.verdict === null ? null : (
            <p>
              <span>
                <CoverVerdict cover={who.verdict.cover} planName={who.verdict.planName} />
              </span>
              {who.verdict.primaryFacilityName === null ? null : (
                <span>
                  primary facility <bdi>{who.verdict.primaryFacilityName}</bdi>
                  {who.verdict.atPrimary ? ' (here)' : ''}
                </span>
              )}
            </p>
          )}
        </>
      )}
    </div>
  );
}
