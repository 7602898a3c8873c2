import { z } from 'zod';
import { file_bytes_max } from '../domain/attachments/limits.ts';
import { attachmentTypes } from '../domain/claims/attachment.ts';
import { momentView } from './parts.ts';

/** A file of a claim. */
export const attachmentView = z
  .strictObject({
    id: z.string(),
    name: z.string().meta({ description: 'as its sender called it' }),
    kind: z
      .string()
      .nullable()
      .meta({ description: 'which of the files wanted it is; null: none in particular' }),
    type: z.enum(attachmentTypes).meta({ description: 'by its content, whatever it was called' }),
    size: z.int().min(1).max(file_bytes_max).meta({ description: 'bytes' }),
    from: z.enum(['tenant', 'facility']),
    by: z.string().meta({ description: 'name of the person, or of the key' }),
    at: momentView,
  })
  .meta({ id: 'Attachment', description: 'A file of a claim.' });

export type AttachmentView = z.output<typeof attachmentView>;
