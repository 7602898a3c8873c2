import { expect } from 'vitest';
import { z } from 'zod';
import type { FacilityCommand, TenantCommand } from '../../../schema/commands.ts';
import type { Principal } from '../../../schema/domain/permissions.ts';
import { freshId } from '../../../worker/command.ts';
import { ask } from '../directory/people.ts';

const token = 'the token of this test';

async function post(path: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'x-vetra-system': token };
  const response = await ask(
    path,
    { method: 'POST', body: JSON.stringify(body), headers },
    { SYSTEM_TOKEN: token },
  );
  const text = await response.text();
  expect([path, response.status, text.slice(0, 500)]).toEqual([path, 200, text.slice(0, 500)]);
  return JSON.parse(text);
}

interface ActorName {
  kind: 'tenant' | 'facility';
  id: string;
}

const answers = z.object({
  answers: z.array(z.looseObject({ refused: z.literal(false).optional(), outcome: z.looseObject({}) })),
});

/** Has an actor do commands, all of which have to work; answers their outcomes. */
export async function command(
  { kind, id: name }: ActorName,
  commands: readonly (TenantCommand | FacilityCommand)[],
  principal?: Principal,
): Promise<Record<string, unknown>[]> {
  const envelopes = commands.map((each) => ({
    id: freshId(),
    command: each,
    ...(principal ? { principal } : {}),
  }));
  const answered = await post('/internal/commands', { actor: { kind, id: name }, envelopes });
  const parsed = answers.safeParse(answered);
  expect(parsed.success ? [] : answered).toEqual([]);
  return parsed.data?.answers.map(({ outcome }) => outcome) ?? [];
}

/** Makes an account that can sign in. */
export async function account(
  name: string,
  password: string,
): Promise<{ id: string; email: string; name: string }> {
  const id = freshId();
  const email = `${id}@people.example`;
  await post('/internal/accounts', { id, email, name, password });
  return { id, email, name };
}

/** The number of the last thing that happened in an organisation. */
export async function lastSeq({ kind, id }: ActorName): Promise<number> {
  const seen = await post('/internal/views', { actor: { kind, id } });
  return z.object({ counts: z.object({ seq: z.number() }) }).parse(seen).counts.seq;
}
