/** Rows worked through in one go: few enough that a cycle with them in it leaves everybody else their turn. */
const portion_rows = 400;
/** Rows that depend on one another stay together up to here. */
const together_rows_max = 500;

/** What a row is about, and what must be done before it. */
export interface Linked {
  key: string | null;
  after: readonly string[];
}

/** Which rows hang together, as the index of one of them for all. */
function unite(rows: readonly Linked[], byKey: ReadonlyMap<string, number>): number[] {
  const parent = rows.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  rows.forEach(({ after }, i) => {
    for (const key of after) {
      const other = byKey.get(key);
      if (other !== undefined) parent[rootOf(i)] = rootOf(other);
    }
  });
  return rows.map((_, i) => rootOf(i));
}

/** How many others come before each row; rows that wait for one another in a circle have no turn of their own. */
function turnsOf(rows: readonly Linked[], byKey: ReadonlyMap<string, number>): number[] {
  const turns = new Map<number, number>();
  const turnOf = (i: number, above: ReadonlySet<number>): number => {
    const known = turns.get(i);
    if (known !== undefined) return known;
    const others = (rows[i]?.after ?? []).flatMap((key) => byKey.get(key) ?? []);
    const before = others.filter((other) => other !== i && !above.has(other));
    const turn = before.reduce((most, other) => Math.max(most, turnOf(other, new Set([...above, i])) + 1), 0);
    turns.set(i, turn);
    return turn;
  };
  return rows.map((_, i) => turnOf(i, new Set()));
}

/** The portion and the turn of each row: rows that depend on one another share a portion, what they depend on comes first. */
export function portionsOf(rows: readonly Linked[]): { chunk: number; turn: number }[] {
  const byKey = new Map(rows.flatMap(({ key }, i) => (key === null ? [] : [[key, i] as const])));
  const groups = Map.groupBy(
    rows.keys(),
    (
      (roots) => (i: number) =>
        roots[i] ?? i
    )(unite(rows, byKey)),
  );
  const turns = turnsOf(rows, byKey);
  const chunks: number[] = [];
  let [chunk, filled] = [0, 0];
  for (const group of groups.values()) {
    const inTurn = group.toSorted((a, b) => (turns[a] ?? 0) - (turns[b] ?? 0) || a - b);
    for (let from = 0; from < inTurn.length; from += together_rows_max) {
      const part = inTurn.slice(from, from + together_rows_max);
      if (filled > 0 && filled + part.length > portion_rows) [chunk, filled] = [chunk + 1, 0];
      for (const i of part) chunks[i] = chunk;
      filled += part.length;
    }
  }
  return rows.map((_, i) => ({ chunk: chunks[i] ?? 0, turn: turns[i] ?? 0 }));
}
