import type { TenantCommands } from '../../../schema/commands.ts';

/** One input for each command about files, about nothing that is there. */
export const fileInputs: {
  [Type in
    | 'PutAttachmentRules'
    | 'BeginUpload'
    | 'FinishUpload'
    | 'RemoveAttachment'
    | 'EraseAttachments']: TenantCommands[Type]['input'];
} = {
  PutAttachmentRules: { refuses: false, wanted: [] },
  BeginUpload: {
    place: { kind: 'claim', number: 'CLM-26-000042' },
    uploadId: 'z',
    name: 'z',
    kind: null,
    declared: null,
  },
  FinishUpload: { uploadId: 'z' },
  RemoveAttachment: { attachmentId: 'z' },
  EraseAttachments: { ids: [] },
};
