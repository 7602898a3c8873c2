/** A facility, a client or a plan as people call it. */
export interface Named {
  id: string;
  name: string;
}

/** What a `json_object('id', …, 'name', …)` says; null: nothing is called so. */
export function namedIn(text: string | null | undefined): Named | null {
  return text ? JSON.parse(text) : null;
}
