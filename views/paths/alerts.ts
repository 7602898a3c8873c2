import { part } from './with-query.ts';

const root = '/me/alerts';

/** Addresses of ghost-patient alerts: in the enrollee's portal, and by a signed link for whoever is not signed in. */
export const alertPatterns = {
  list: root,
  one: `${root}/:number`,
  /** the dialog alone, for a page that has just heard of it */
  dialog: `${root}/:number/dialog`,
  answers: `${root}/:number/answers`,
  /** POST: this browser is told from now on */
  browsers: `${root}/browsers`,
  /** POST: this browser is told nothing any more */
  browserEnds: `${root}/browsers/ends`,
  /** text messages are answered here, by whoever sends them for the tenant */
  smsAnswers: '/hooks/sms/:tenant',
  /** the mails of the demo */
  mail: '/dev/mail',
  /** GET shows the question and changes nothing, whoever fetches it; POST answers, once */
  link: '/alerts/:token',
} as const;

export const alertPaths = {
  list: () => root,
  one: (number: string) => `${root}/${part(number)}`,
  dialog: (number: string) => `${root}/${part(number)}/dialog`,
  answers: (number: string) => `${root}/${part(number)}/answers`,
  browsers: () => alertPatterns.browsers,
  browserEnds: () => alertPatterns.browserEnds,
  smsAnswers: (tenant: string) => `/hooks/sms/${part(tenant)}`,
  link: (token: string) => `/alerts/${part(token)}`,
};
