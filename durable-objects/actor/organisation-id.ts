/**
 * Which organisation an actor is of: the name it was made with. After a restart by an alarm the runtime may not know
 * it, so it is kept; null: this actor has never been called by name.
 */
export function organisationIdOf(ctx: DurableObjectState): string | null {
  const kept = ctx.storage.kv.get<string>('name');
  if (kept !== undefined) return kept;
  const { name } = ctx.id;
  if (name !== undefined) ctx.storage.kv.put('name', name);
  return name ?? null;
}
