import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Context } from 'hono';
import { z } from 'zod';
import { executeOn } from '../../durable-objects/tenant/execute.ts';
import type { AlertAnswer } from '../../schema/domain/authorizations/answer-alert.ts';
import { day_ms } from '../../schema/domain/dates.ts';
import { phoneKey } from '../../schema/domain/members/phone.ts';
import { isRefusal } from '../../schema/domain/refusal.ts';
import { systemOf, tenantActor } from '../command.ts';
import { openDirectory } from '../directory/directory.ts';
import type { AppEnv } from '../env.ts';
import { openSecret } from '../notifications/sealed-secret.ts';
import { isSigned, signatureHeader } from '../notifications/sms.ts';
import { alertsTo } from '../queries/alerts.ts';
import { type Database, tenantDatabase } from '../queries/database.ts';
import { tenantSettings } from '../queries/tenant-settings.ts';

/** What whoever sends messages for a tenant hands back: from which number, what was written, and the message's own id. */
const form = z.object({ id: z.string().max(200), from: z.string().max(40), text: z.string().max(400) });

const answers: Readonly<Record<string, AlertAnswer>> = { '1': 'YES', '2': 'NOT_ME' };
/** The answer stands alone or before other words: *2*, *2.*, *2 not me*; `2nd floor` and `12` are none. */
const leading = /^([12])(?![\p{L}\p{N}])/u;
/** A *1* that comes later is of something else. */
const good_ms = 7 * day_ms;

/** So many of somebody's last alerts are looked through. */
const looked_max = 5;

/** The last alert that was put to somebody with this number and waits, else the last one; if it is recent. */
async function alertOf(db: Database, zone: string, from: string): Promise<string | null> {
  const people = await db.all<{ id: string }>(
    sql`select id from enrollees where phone_key = ${phoneKey(from)} limit 5`,
  );
  const found = await Promise.all(people.map(({ id }) => alertsTo(db, zone, id, looked_max)));
  const recent = found.flat().filter(({ at }) => at > Date.now() - good_ms);
  const last = (of: typeof recent) => of.toSorted((a, b) => b.at - a.at)[0]?.number ?? null;
  return last(recent.filter(({ state }) => state === 'ASKED')) ?? last(recent);
}

async function tenantIdOf(c: Context<AppEnv>): Promise<string | null> {
  const directory = await openDirectory(c.env);
  const [row] = await directory.all<{ id: string }>(
    sql`select id from organisations where kind = 'tenant' and slug = ${c.req.param('tenant') ?? ''}`,
  );
  return row?.id ?? null;
}

/** `POST /hooks/sms/<tenant>`: somebody answered a text message with 1 or 2. Only a signed body is read. */
export async function answerSms(c: Context<AppEnv>): Promise<Response> {
  const tenantId = await tenantIdOf(c);
  const db = tenantId === null ? null : tenantDatabase(c.env, tenantId);
  const settings = db && (await tenantSettings(db));
  const secret = settings?.channels.sms ? openSecret(c.env, settings.channels.sms.secret) : null;
  const body = await c.req.text();
  const isTheirs = secret !== null && isSigned(secret, body, c.req.header(signatureHeader) ?? '');
  if (!db || !settings || tenantId === null || !isTheirs) return c.body(null, 404);
  const parsed = form.safeParse(await c.req.json().catch(() => null));
  const answer = parsed.success ? answers[leading.exec(parsed.data.text.trim())?.[1] ?? ''] : undefined;
  if (!parsed.success || answer === undefined) return c.body(null, 422);
  const number = await alertOf(db, settings.calendar.zone, parsed.data.from);
  if (number === null) return c.body(null, 422);
  const id = createHash('sha256').update(parsed.data.id).digest('hex').slice(0, 40);
  const answered = await executeOn(tenantActor(c, tenantId), {
    id: `sms-${id}`,
    principal: systemOf({ kind: 'tenant', id: tenantId }),
    command: { type: 'AnswerAlert', input: { number, answer, through: 'sms' } },
  });
  // What was handed on before has answered before, whichever alert is the last by now.
  return c.body(null, isRefusal(answered) && answered.code !== 'id_reused' ? 409 : 204);
}
