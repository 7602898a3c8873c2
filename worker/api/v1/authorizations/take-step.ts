import type { Context } from 'hono';
import { z } from 'zod';
import { executeOn } from '../../../../durable-objects/tenant/execute.ts';
import type { TenantCommand } from '../../../../schema/commands.ts';
import { command } from '../../../command.ts';
import type { AppEnv } from '../../../env.ts';
import { commandDoor, reachOf } from '../../reach.ts';
import { receiptOf } from './receipt-of.ts';

type StepType =
  | 'AnswerAuthorization'
  | 'CancelAuthorization'
  | 'DischargeAuthorization'
  | 'AppealAuthorization';

/** By what an address names the request that a step is taken on. */
export const requestNumber = z
  .string()
  .max(40)
  .meta({ description: "the request's number, for example PA-26-000123" });

/** Takes a step on a request that was filed before; `tenant` is the short name of one where the call gives it. */
export async function takeStep(
  c: Context<AppEnv>,
  { tenant, commandId }: { tenant: string | undefined; commandId: string },
  what: Extract<TenantCommand, { type: StepType }>,
) {
  const reach = await reachOf(c, tenant);
  if (reach.refused) return reach;
  const sent = await executeOn<StepType>(commandDoor(c, reach), command(c, commandId, what));
  return sent.refused ? sent : receiptOf(sent);
}
