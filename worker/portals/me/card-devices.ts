import type { Context } from 'hono';
import { executeOn } from '../../../durable-objects/tenant/execute.ts';
import { isRefusal } from '../../../schema/domain/refusal.ts';
import { putCardDeviceForm } from '../../../schema/forms/visits.ts';
import { answerStatus } from '../../answer.ts';
import { command, readForm, tenantActor } from '../../command.ts';
import type { AppEnv } from '../../env.ts';
import type { MyDesk } from './desk.ts';

/** `POST /me/card/devices`: the card page's own script tells of the key that this telephone has made. */
export async function putCardDevice(c: Context<AppEnv>, desk: MyDesk): Promise<Response> {
  const form = await readForm(c);
  const read = putCardDeviceForm.safeParse({
    deviceId: form.get('deviceId'),
    publicKey: form.get('publicKey'),
  });
  if (!read.success) return answerStatus(c, 422, 'This is no key of a telephone.');
  const what = { type: 'PutCardDevice' as const, input: read.data };
  const answered = await executeOn(tenantActor(c, desk.tenantId), command(c, form.commandId, what));
  return isRefusal(answered) ? answerStatus(c, 422, answered.message) : c.body(null, 204);
}
