import type { Moment } from '../dates.ts';

/** A device that shows somebody's card: it keeps the private key and never tells it; this is the public half. */
export interface CardDevice {
  id: string;
  /** P-256 point, uncompressed, base64url */
  publicKey: string;
  since: Moment;
}

/** So many devices of one person show their card; one more takes the place of the oldest. */
export const devices_max = 5;

/** A code is another one every so often. */
export const slot_ms = 30_000;

/** The number of the code that is shown at a moment. */
export const slotAt = (at: Moment): number => Math.floor(at / slot_ms);

/** Clocks of telephones differ, and between scanning and checking in somebody reads a page: so many codes early or late are taken. */
const slotsOff_max = 10;

/** Whether a code is of now. */
export const isCurrent = (slot: number, at: Moment): boolean => Math.abs(slotAt(at) - slot) <= slotsOff_max;

/** What a card's QR code says. */
export interface CardCode {
  /** the insurer's short name in addresses */
  insurer: string;
  memberId: string;
  device: string;
  slot: number;
  /** base64url, by the device's key over everything before it */
  signature: string;
}

/** The first word of every code: what else is scanned is not one. */
const mark = 'VETRA1';

/** What a device signs. */
export const signedPart = ({ insurer, memberId, device, slot }: Omit<CardCode, 'signature'>): string =>
  [mark, insurer, memberId, device, slot].join(':');

/** The text of a QR code. */
export const cardText = (code: CardCode): string => `${signedPart(code)}:${code.signature}`;

const shape =
  /^VETRA1:([a-z][a-z0-9-]{1,31}):([A-Z0-9-]{8,40}):([0-9a-z-]{8,40}):(\d{1,12}):([A-Za-z0-9_-]{86})$/;

/** A scanned text as the code that it is; null: it is none of ours. Whether the signature holds is for whoever has the key. */
export function readCardText(text: string): CardCode | null {
  const [, insurer, memberId, device, slot, signature] = shape.exec(text.trim()) ?? [];
  if (!insurer || !memberId || !device || !slot || !signature) return null;
  return { insurer, memberId, device, slot: Number(slot), signature };
}

/** The devices with one more; the same again keeps its place, and the oldest goes where there are too many. */
export function withDevice(devices: readonly CardDevice[], device: CardDevice): CardDevice[] {
  if (devices.some(({ id }) => id === device.id)) return [...devices];
  return [...devices, device].slice(-devices_max);
}
