import type { Moment } from '../dates.ts';

/** A browser that agreed to be notified (Push API): where its messages go, and the keys that they are encrypted with. */
export interface Browser {
  /** the push service's address for it; whoever knows it can send to it */
  endpoint: string;
  p256dh: string;
  auth: string;
  since: Moment;
}

/** All of one person's. */
export interface Browsers {
  enrolleeId: string;
  browsers: readonly Browser[];
}

/** So many browsers of one person: the one that agreed longest ago makes room. */
const browsers_max = 10;

/** The person's browsers with one more, or with newer keys of one that is there. */
export const withBrowser = ({ browsers, enrolleeId }: Browsers, added: Browser): Browsers => ({
  enrolleeId,
  browsers: [...browsers.filter(({ endpoint }) => endpoint !== added.endpoint), added].slice(-browsers_max),
});

/** The person's browsers without one. */
export const withoutBrowser = ({ browsers, enrolleeId }: Browsers, endpoint: string): Browsers => ({
  enrolleeId,
  browsers: browsers.filter((each) => each.endpoint !== endpoint),
});
