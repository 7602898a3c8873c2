import type { Moment } from '../dates.ts';

/** What a file may be; decided by its content, never by its name. */
export const attachmentTypes = ['application/pdf', 'image/png', 'image/jpeg'] as const;
/** One of them. */
export type AttachmentType = (typeof attachmentTypes)[number];

/** A file of a claim: its bytes are stored apart, encrypted. */
export interface Attachment {
  id: string;
  /** as its sender called it */
  name: string;
  /** which of the files wanted it is, in the tenant's words; null: none in particular */
  kind: string | null;
  type: AttachmentType;
  /** bytes */
  size: number;
  /** whether a small picture of it is stored beside it */
  thumbnail: boolean;
  at: Moment;
  /** which side added it, and who by name */
  from: 'tenant' | 'facility';
  by: string;
}
