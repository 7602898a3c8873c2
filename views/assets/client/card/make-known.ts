import { mePaths } from '../../../paths/me.ts';
import { type DeviceKey, keepKey, publicKeyOf } from './device-key.ts';

/** Whether the insurer knows this device; it is told once, as soon as there is a line. */
export async function isKnown(key: DeviceKey): Promise<boolean> {
  if (key.known) return true;
  const body = new URLSearchParams({
    // the same each time: told twice, it is known once
    command_id: `card-${key.device}`,
    deviceId: key.device,
    publicKey: await publicKeyOf(key),
  });
  const answered = await fetch(mePaths.cardDevices(), { method: 'POST', body }).catch(() => null);
  if (!answered?.ok) return false;
  key.known = true;
  await keepKey(key);
  return true;
}
