/** A value as it is stored: what is plain may be left out. */
export type Stored<T, Plain> = Omit<T, keyof Plain> & Partial<Pick<T, keyof Plain & keyof T>>;

const isPlain = (value: unknown, plain: unknown): boolean =>
  value === plain || (Array.isArray(value) && value.length === 0 && Array.isArray(plain));

/** The value without what is plain. A loop, because every line of every decision comes by here. */
export function without<T extends object, Plain extends { [Name in keyof Plain]: unknown }>(
  value: T,
  plain: Plain,
): Stored<T, Plain> {
  const kept: Partial<T> = {};
  for (const name in value)
    if (!(name in plain) || !isPlain(value[name], Reflect.get(plain, name))) kept[name] = value[name];
  return kept as Stored<T, Plain>;
}
