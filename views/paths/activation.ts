import { part } from './with-query.ts';

/** The way into a portal of one's own: what the router knows. */
export const activationPattern = '/activate/:portal/:secret';

/** The same, as an address: whose portal it is, and the secret that opens it once. */
export const activationPath = (portal: string, secret: string) => `/activate/${part(portal)}/${part(secret)}`;
