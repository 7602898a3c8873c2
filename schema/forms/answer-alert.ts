import { z } from 'zod';
import { alertChannels } from '../domain/authorizations/alert.ts';
import { alertAnswers } from '../domain/authorizations/answer-alert.ts';
import { authorizationNumberField, paragraph } from './fields.ts';

/** *Is this visit yours?* is answered: by whoever was asked, or by staff who rang them. */
export const answerAlertForm = z.strictObject({
  number: authorizationNumberField,
  answer: z.enum(alertAnswers, { error: 'Say whether the visit is yours.' }),
  through: z.enum(alertChannels),
  reason: paragraph(500, 'why').optional().meta({ description: 'nobody has to say why' }),
});

export type AnswerAlert = z.output<typeof answerAlertForm>;
