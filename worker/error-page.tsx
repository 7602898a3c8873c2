import type { Context } from 'hono';
import { ErrorMessage } from '../views/public/error-message.tsx';
import type { AppEnv } from './env.ts';
import { plainView } from './plain-view.tsx';
import type { View } from './render.tsx';
import { homeOf } from './sign-in/home-of.ts';

/** The page of a refusal or a fault: what happened and what to do, never how. */
export function errorPage(c: Context<AppEnv>, status: number, message: string): View {
  const { session } = c.var;
  const work = session ? homeOf(session.membership?.organisation) : undefined;
  const content = <ErrorMessage status={status} message={message} work={work} />;
  return plainView({ page: { title: `Error ${status}` }, content });
}
