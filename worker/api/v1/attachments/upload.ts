import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import { type AttachmentView, attachmentView } from '../../../../schema/api/attachment-view.ts';
import { tenantName } from '../../../../schema/api/submit-claim-request.ts';
import { file_bytes_max } from '../../../../schema/domain/attachments/limits.ts';
import { attachmentOf } from '../../../../schema/domain/attachments/stored-file.ts';
import { isRefusal, type Refusal, refuse } from '../../../../schema/domain/refusal.ts';
import type { PlaceNamed } from '../../../../schema/forms/attachments.ts';
import { line } from '../../../../schema/forms/fields.ts';
import { patterns } from '../../../../views/paths.ts';
import { sendStream } from '../../../attachments/send.ts';
import type { AppEnv } from '../../../env.ts';
import { tenantDatabase } from '../../../queries/database.ts';
import { storedFile } from '../../../queries/stored-files.ts';
import { none, operation, type Reply } from '../../operation.ts';
import { problem } from '../../problems.ts';
import { reachOf } from '../../reach.ts';
import { exampleClaim } from '../claims/example.ts';
import { viewOfAttachment } from '../claims/view-of-claim.ts';

const uploadQuestion = z.strictObject({
  name: line(200, 'the name of the file').meta({ description: 'what the file is called' }),
  kind: line(80, 'what the file is').optional().meta({ description: 'which of the files wanted it is' }),
  tenant: tenantName.optional(),
});

const exampleAttachment: AttachmentView = {
  id: '5f0c6a1e9b7d4c20a8e3f1d2b4',
  name: 'laboratory-report.pdf',
  kind: 'Laboratory report',
  type: 'application/pdf',
  size: 183_204,
  from: 'facility',
  by: 'Billing system',
  at: '2026-11-20T16:01:58.120Z',
};

async function* bytesOf(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void> {
  const reader = stream?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) yield read.value;
}

/** Takes the request's body as a file, cut into pieces as it arrives; sent again with the same key, it is there once. */
async function take(
  c: Context<AppEnv>,
  commandId: string,
  query: z.output<typeof uploadQuestion>,
  placeOf: (uploadId: string) => PlaceNamed,
): Promise<Reply | Refusal | Response> {
  const reach = await reachOf(c, query.tenant);
  if (reach.refused) return reach;
  if (Number(c.req.header('content-length') ?? 0) > file_bytes_max)
    return problem(c, { code: 'too-large', detail: 'The file is larger than 10 MB.' });
  const uploadId = createHash('sha256').update(commandId).digest('hex').slice(0, 26);
  const { name, kind = null } = query;
  const input = { place: placeOf(uploadId), uploadId, name, kind, declared: null };
  const sent = await sendStream(c, reach.tenantId, input, bytesOf(c.req.raw.body));
  if (isRefusal(sent)) return sent;
  const file = await storedFile(tenantDatabase(c.env, reach.tenantId), uploadId, Date.now());
  const [attachment] = file ? attachmentOf(file) : [];
  if (!attachment) return refuse('not_found', 'The file was taken away meanwhile.');
  return { status: sent.repeated ? 200 : 201, body: viewOfAttachment(attachment) };
}

const shared = {
  method: 'POST',
  area: 'Claims',
  takes: 'file',
  query: uploadQuestion,
  body: z.null(),
  answers: {
    201: { means: 'The file is there.', form: attachmentView },
    200: { means: 'It had been sent with this Idempotency-Key before.', form: attachmentView },
  },
} as const;
const what =
  'Send the bytes of one PDF, PNG or JPEG of up to 10 MB as the body; what it is is decided by its content. Sent again with the same Idempotency-Key it is there once, and a request that broke off can be repeated.';
const { name, kind } = exampleAttachment;
const example = { query: { name, kind: kind ?? '' }, status: 201, answer: exampleAttachment };

/** Takes a file for a claim that is filed next. */
export const uploadAttachment = operation({
  ...shared,
  id: 'uploadAttachment',
  path: patterns.api.attachments,
  summary: 'Upload a file for a claim that is not filed yet',
  description: `${what} Name its id under attachments when you file the claim; a file that no claim names is deleted after 30 days.`,
  scopes: { tenant: 'claim.create', facility: 'facility.claim.submit' },
  params: none,
  refusals: ['idempotency-key', 'idempotency-key-reused'],
  example,
  handle: ({ c, query, commandId }) => take(c, commandId, query, (id) => ({ kind: 'loose', id })),
});

/** Adds a file to a claim. */
export const attachToClaim = operation({
  ...shared,
  id: 'attachToClaim',
  path: patterns.api.claimAttachments,
  summary: 'Add a file to a claim',
  description: `${what} Files can be added until the claim is decided.`,
  scopes: { tenant: 'claim.create', also: ['claim.review'], facility: 'facility.claim.answer' },
  params: z.strictObject({ number: z.string().max(40).meta({ description: "the claim's number" }) }),
  refusals: ['idempotency-key', 'idempotency-key-reused', 'wrong-state'],
  example: { ...example, params: { number: exampleClaim.number } },
  handle: ({ c, params: { number }, query, commandId }) =>
    take(c, commandId, query, () => ({ kind: 'claim', number })),
});
