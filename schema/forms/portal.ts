import { z } from 'zod';
import { mailTopics, mutableTopics } from '../domain/members/member-notices.ts';
import { calendarDate, line, memberIdField } from './fields.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Invites a covered person to their own portal; the secret itself never comes here. */
export const inviteEnrolleeForm = z.strictObject({
  memberId: memberIdField,
  tokenHash: hash,
  /** what the secret follows from, for whoever knows the installation's key: so that it can be sent */
  secretId: z.string().min(1).max(64),
});

/** Uses an invitation: the person's account, which was made or found for it. */
export const activatePortalForm = z.strictObject({
  enrolleeId: z.string().min(1).max(40),
  tokenHash: hash,
  accountId: z.string().min(1).max(40),
});

export type InviteEnrollee = z.output<typeof inviteEnrolleeForm>;
export type ActivatePortal = z.output<typeof activatePortalForm>;

/** Some of a client's people are told of its cover, by their ids: sent by the system alone. */
export interface TellClientPeople {
  code: string;
  /** a kind of news of one's cover */
  what: string;
  people: string[];
}

/** How a covered person is reached; null: they say nothing of it. */
export const putOwnDetailsForm = z.strictObject({
  phone: line(40, 'the telephone number').nullable(),
  email: z
    .email('Enter an e-mail address, for example ada@company.example.')
    .max(200)
    .toLowerCase()
    .nullable(),
});

/** What a covered person agrees to, or takes back. */
export const putConsentForm = z.strictObject({ to: z.string().min(1).max(60), given: z.boolean() });

const requestId = z.string().regex(/^[0-9a-z-]{8,64}$/);

/** A dependant whom a principal asks to add. */
export const askForDependantForm = z.strictObject({
  requestId,
  relation: z.enum(['spouse', 'child', 'other'], { error: 'Choose the relation.' }),
  firstName: line(80, 'the first name'),
  lastName: line(80, 'the last name'),
  birthDate: calendarDate('the birth date'),
  sex: z.enum(['female', 'male'], { error: 'Choose female or male.' }),
});

/** What becomes of that: enrolled from a day on, or declined for a reason. */
export const answerDependantForm = z
  .strictObject({
    memberId: memberIdField,
    requestId,
    /** null: declined */
    coverFrom: calendarDate('the first day of cover').nullable(),
    reason: z.string().trim().max(500).default(''),
  })
  .refine(({ coverFrom, reason }) => coverFrom !== null || reason !== '', {
    path: ['reason'],
    message: 'Say why, in words for the one who asked.',
  });

export type PutOwnDetails = z.output<typeof putOwnDetailsForm>;
export type PutConsent = z.output<typeof putConsentForm>;
export type AskForDependant = z.output<typeof askForDependantForm>;
export type AnswerDependant = z.output<typeof answerDependantForm>;

/** Everything held about whoever asks. */
export const exportOwnDataForm = z.strictObject({ exportId: requestId });
export type ExportOwnData = z.output<typeof exportOwnDataForm>;

/** What somebody wants no notices of, and of what an e-mail as well; what is suspicious is not among the former. */
export const putNoticePreferencesForm = z.strictObject({
  off: z.array(z.enum(mutableTopics, { error: 'Choose among what is listed.' })).max(mutableTopics.length),
  mail: z.array(z.enum(mailTopics, { error: 'Choose among what is listed.' })).max(mailTopics.length),
});
export type PutNoticePreferences = z.output<typeof putNoticePreferencesForm>;
/** Somebody's own notices seen up to a number. */
export interface MarkOwnNotices {
  seq: number;
}
