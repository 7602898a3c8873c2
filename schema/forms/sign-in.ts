import { z } from 'zod';

/** Signing in. What is wrong with an address or a password is never said: only that the two do not belong together. */
export const signInForm = z.object({
  email: z.email('Enter your e-mail address, for example ada@company.example.').max(200).trim().toLowerCase(),
  password: z.string().min(1, 'Enter your password.').max(200, 'A password has at most 200 characters.'),
});

/** An account as the launcher makes it; without a password nobody can sign in with one. */
export const accountForm = z.strictObject({
  id: z.string().regex(/^[0-9a-z-]{1,40}$/),
  email: z.email().max(200).toLowerCase(),
  name: z.string().trim().min(1).max(120),
  password: z.string().min(12).max(200).optional(),
  demo: z.boolean().default(false),
});
