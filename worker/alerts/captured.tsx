import type { Context } from 'hono';
import { refuse } from '../../schema/domain/refusal.ts';
import { CapturedMailsPage } from '../../views/public/captured-mails-page.tsx';
import { answer } from '../answer.ts';
import type { AppEnv } from '../env.ts';
import { capturedMails } from '../notifications/captured-mail.ts';
import { plainView } from '../plain-view.tsx';
import { render } from '../render.tsx';

/** `GET /dev/mail`: what the demo would have sent. Anywhere else there is no such address. */
export async function showMails(c: Context<AppEnv>): Promise<Response> {
  if (c.env.DEMO !== '1') return answer(c, refuse('not_found', 'There is nothing at this address.'));
  const content = <CapturedMailsPage mails={await capturedMails(c.env)} />;
  return render(c, plainView({ page: { title: 'Mail of the demo' }, content }));
}
