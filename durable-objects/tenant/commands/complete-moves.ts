import type { TenantHandler } from '../handler.ts';

/** Moves to another plan have been gone through: they wait no longer. */
export const completeMoves: TenantHandler<'CompleteMoves'> = {
  wants: () => [],
  decide: ({ moves }, { memory }) => {
    for (const { day, enrolleeId } of moves) memory.planMoves.add(day, enrolleeId, 1);
    return {
      outcome: { moves: moves.length },
      subject: 'plan-moves',
      data: { moves: moves.length, days: [...new Set(moves.map(({ day }) => day))] },
      did: {},
    };
  },
};
