import type { TenantCommand } from '../../schema/commands.ts';
import type { Claim } from '../../schema/domain/claims/claim.ts';
import { dueBy, momentOf } from '../../schema/domain/claims/falling-due.ts';
import type { Clock } from '../../schema/domain/claims/rank.ts';
import type { Moment } from '../../schema/domain/dates.ts';
import type { Store } from '../actor/store.ts';
import type { BySystem } from './lapses.ts';
import type { ClockKind } from './place-clocks.ts';
import { claimsById } from './read-claims.ts';
import type { Timer } from './timers.ts';
import type { View } from './view.ts';

/** So many claims are looked at in one go: the rest is due again at once. */
const portion = 200;

const clocks: readonly { kind: ClockKind; told: 0 | 1 }[] = [
  { kind: 'query', told: 0 },
  { kind: 'query', told: 1 },
  { kind: 'decision', told: 0 },
  { kind: 'decision', told: 1 },
];

const onClaim = {
  remind: 'RemindFacility',
  expire: 'ExpireQuery',
} as const;

export interface FallingDueParts {
  view: View;
  store: Store;
  clock: () => Moment;
  /** the tenant's own calendar and figures; null: it is not open yet */
  settings: () => Clock | null;
  bySystem: BySystem;
}

/**
 * What falls due with claims by itself (claims.md, Life): facilities are reminded of queries, unanswered ones rejected, and
 * those who decide are told of what is due soon or late. Found by the view's indexes, whoever looks or nobody.
 */
export class FallingDue implements Timer {
  readonly #parts: FallingDueParts;

  constructor(parts: FallingDueParts) {
    this.#parts = parts;
  }

  nextAt(): Moment | null {
    const { view, settings } = this.#parts;
    const figures = settings();
    if (!figures || !view.complete) return null;
    const moments = clocks.flatMap(({ kind, told }) =>
      view.clocks.first(kind, told, 1).map(({ from }) => momentOf(kind, told, from, figures)),
    );
    return moments.length === 0 ? null : Math.min(...moments);
  }

  async ring(): Promise<void> {
    const { view, store, clock, settings } = this.#parts;
    const figures = settings();
    if (!figures || !view.complete) return;
    const now = clock();
    const ids = clocks.flatMap(({ kind, told }) =>
      view.clocks
        .first(kind, told, portion)
        .flatMap(({ id, from }) => (momentOf(kind, told, from, figures) <= now ? [id] : [])),
    );
    const claims = await claimsById(store, ids);
    await this.#queries(claims, figures, now);
    for (const stage of ['warn', 'breach'] as const) {
      const due = claims.flatMap((claim) => (dueBy(claim, figures, now) === stage ? [claim.id] : []));
      await this.#tell(stage, due, now);
    }
  }

  async #queries(claims: readonly Claim[], figures: Clock, now: Moment): Promise<void> {
    const sent = claims.map(async (claim) => {
      const { id, number, queriedAt } = claim;
      const stage = dueBy(claim, figures, now);
      if (stage === 'remind' || stage === 'expire')
        await this.#parts.bySystem(`${stage}-${id}-${queriedAt}`, {
          type: onClaim[stage],
          input: { number },
        });
    });
    await Promise.all(sent);
  }

  /** Each portion is one notice. The moment is in the id: the claims themselves say whether they were told of before. */
  async #tell(stage: 'warn' | 'breach', claims: number[], now: Moment): Promise<void> {
    const [first] = claims;
    if (first === undefined) return;
    const command: TenantCommand = { type: 'TellOfDue', input: { stage, claims } };
    await this.#parts.bySystem(`${stage}-${first}-${now}`, command);
  }
}
