import type { Context } from 'hono';
import { dateIn } from '../../../../schema/domain/dates.ts';
import { isCurrent, readCardText, signedPart } from '../../../../schema/domain/members/card-code.ts';
import type { AppEnv } from '../../../env.ts';
import { cardHolder } from '../../../queries/card-holder.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { facilityLinks } from '../../../queries/facility-links.ts';
import type { FacilityDesk } from '../desk.ts';

/** A card that was scanned and whose signature holds. */
export interface CardRead {
  tenantId: string;
  memberId: string;
  birthDate: string;
  device: string;
  slot: number;
  /** somebody was checked in with it, or with a later one */
  isUsed: boolean;
}

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const;

async function isSigned(publicKey: string, signature: string, text: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), algorithm, false, ['verify']);
    const verifying = { name: 'ECDSA', hash: 'SHA-256' } as const;
    return await crypto.subtle.verify(verifying, key, bytesOf(signature), new TextEncoder().encode(text));
  } catch {
    // A key or a signature that is none: nothing that it could hold for.
    return false;
  }
}

const foreign = 'This is no card of an insurer that you work with. Type the member id instead.';
const notTheirs = 'This telephone does not show this card any more. Type the member id instead.';
const old = 'This code is too old. Scan the one that is shown now.';

/** A scanned text as the card that it is, or why it is none that can be used here. */
export async function readCard(
  c: Context<AppEnv>,
  { db, now }: FacilityDesk,
  text: string,
): Promise<CardRead | string> {
  const code = readCardText(text);
  const link = code && (await facilityLinks(db)).find(({ slug }) => slug === code.insurer);
  if (!code || !link) return foreign;
  if (!isCurrent(code.slot, now)) return old;
  const today = dateIn(link.zone, now);
  const holder = await cardHolder(tenantDatabase(c.env, link.tenantId), code.memberId, today);
  const device = holder?.devices.find(({ id }) => id === code.device);
  if (!holder || !device || !(await isSigned(device.publicKey, code.signature, signedPart(code))))
    return notTheirs;
  const { tenantId } = link;
  const { memberId, birthDate } = holder;
  const isUsed = code.slot <= (holder.slots[code.device] ?? 0);
  return { tenantId, memberId, birthDate, device: code.device, slot: code.slot, isUsed };
}
