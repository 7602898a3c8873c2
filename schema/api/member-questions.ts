import { z } from 'zod';
import { coverStates } from '../domain/members/cover-dates.ts';
import { clientCode, planCode } from '../forms/fields.ts';
import { wholeNumber } from './parts.ts';

/** What `GET /v1/enrollees` may be asked. Every filter has its index. */
export const enrolleesQuestion = z.strictObject({
  limit: wholeNumber(1, 200).default(50).meta({ description: 'how many people at most' }),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,120}$/, 'Send `next` of the page before as it is.')
    .optional()
    .meta({ description: '`next` of the page before; left out: the first page' }),
  q: z.string().max(80).optional().meta({
    description: 'a name, the beginning of a member id, or a telephone number of seven digits or more',
  }),
  client: clientCode.optional().meta({ description: "a client's code" }),
  plan: planCode.optional().meta({ description: 'those who are on this plan today' }),
  cover: z.enum(coverStates).optional().meta({ description: "the person's own cover today" }),
});
