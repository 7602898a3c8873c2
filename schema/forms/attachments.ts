import { z } from 'zod';
import { file_bytes_max } from '../domain/attachments/limits.ts';
import type { FilePlace } from '../domain/attachments/stored-file.ts';
import { line, minor } from './fields.ts';

/** What a file is for, as a command names it: a claim or an investigation by its number, as whoever sends it knows it. */
export type PlaceNamed =
  | Exclude<FilePlace, { kind: 'claim' | 'authorization' | 'investigation' }>
  | { kind: 'claim'; number: string }
  | { kind: 'investigation'; number: string };

/** What a browser says of a file before it sends it. */
export const uploadForm = z.strictObject({
  name: z.string().max(1000),
  kind: line(80, 'what the file is').nullable(),
  size: z
    .number()
    .int()
    .min(1, 'This file is empty.')
    .max(file_bytes_max, 'This file is larger than 10 MB: make it smaller, or split it.'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** A file begins to arrive. `declared` is null where it comes as a stream, whose end nobody knows yet. */
export interface BeginUpload {
  place: PlaceNamed;
  uploadId: string;
  name: string;
  kind: string | null;
  declared: { size: number; sha256: string } | null;
}

/** All of it has arrived: it is looked at, and either taken or refused. */
export interface FinishUpload {
  uploadId: string;
}

/** Takes a file away again. */
export interface RemoveAttachment {
  attachmentId: string;
}

/** What the system says of files whose pieces it has deleted. */
export interface EraseAttachments {
  ids: string[];
}

/** What files a tenant wants with which claims (claims.md, Intake). */
export const putAttachmentRulesForm = z.strictObject({
  refuses: z.boolean(),
  wanted: z
    .array(
      z.strictObject({
        group: z.string().max(40),
        from: minor('the amount'),
        kind: line(80, 'what the file is'),
      }),
    )
    .max(40, 'Name at most 40 files.'),
});
export type PutAttachmentRules = z.output<typeof putAttachmentRulesForm>;
