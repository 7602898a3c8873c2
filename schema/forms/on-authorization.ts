import { z } from 'zod';
import { authorizationIdOf } from '../domain/authorizations/authorization.ts';
import type { CalendarDate } from '../domain/dates.ts';
import { line, paragraph, version } from './fields.ts';
import { filesFields } from './request-authorization.ts';

/** A request's number. */
export const authorizationNumberField = z
  .string()
  .refine(
    (text) => authorizationIdOf(text) !== null,
    'Name the request by its number, for example PA-26-000123.',
  );

const onRequest = { number: authorizationNumberField };

/** REQUESTED → QUERIED: a question to the facility. */
export const queryAuthorizationForm = z.strictObject({
  ...onRequest,
  version: version.meta({ description: 'the version of the request that was seen; another one is refused' }),
  question: paragraph(2000, 'the question for the provider'),
  wanted: z
    .array(line(80, 'which file is wanted'))
    .max(8, 'Ask for at most eight files.')
    .optional()
    .meta({ description: 'what files are wanted, each a short phrase' }),
});

/** What an answer says. */
export const requestAnswerFields = { answer: paragraph(2000, 'the answer'), ...filesFields };
/** QUERIED → REQUESTED: the facility's answer. */
export const answerAuthorizationForm = z.strictObject({ ...onRequest, ...requestAnswerFields });

/** What a cancellation says. */
export const cancellationFields = { reason: paragraph(500, 'the reason').optional() };
/** → CANCELLED, before anything of it was used. */
export const cancelAuthorizationForm = z.strictObject({ ...onRequest, ...cancellationFields });

export type QueryAuthorization = z.output<typeof queryAuthorizationForm>;
export type AnswerAuthorization = z.output<typeof answerAuthorizationForm>;
export type CancelAuthorization = z.output<typeof cancelAuthorizationForm>;
/** What the clock does with a request: sent by the system alone. */
export interface AdvanceAuthorization {
  number: string;
}
/** On the day of a move to another plan an open code is judged again: sent by the system alone. */
export interface JudgeAgain {
  number: string;
  on: CalendarDate;
}
/** Moves to another plan that have been gone through: sent by the system alone. */
export interface CompleteMoves {
  moves: { day: CalendarDate; enrolleeId: string }[];
}
