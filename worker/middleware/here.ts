import { Company } from './company.ts';

/**
 * Who uses this machine now, whoever's they are: one thread works for all. Alone a program gets the most out of it with 64
 * requests at once; beside 8 of it the others wait some tens of milliseconds, and what it has begun when they come is soon done.
 */
export const here = new Company({ alone: 64, beside: 8, together: 16 });
