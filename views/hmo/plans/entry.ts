import type { Suggestion } from '../../ui/combobox.tsx';
import type { FormErrors } from '../../ui/form.tsx';

/** What stands in a form's fields, by name: as it was typed, so that nothing is lost when it is refused. */
export type Entry = Readonly<Record<string, readonly string[]>>;

/** The value of a field; empty where nothing was entered. */
export const one = (entry: Entry, name: string): string => entry[name]?.at(-1) ?? '';

/** Every value of a field that can have several. */
export const several = (entry: Entry, name: string): readonly string[] => entry[name] ?? [];

/** What a form of the editor is shown with. */
export interface Filled {
  entry: Entry;
  errors: FormErrors;
  /** the draft's revision that the form was made from */
  revision: number;
  commandId: string;
  /** what services and diagnoses that are named mean, by code */
  meanings: Readonly<Record<string, string>>;
  /** found without script, for the field whose search button was used */
  found?: { field: string; list: readonly Suggestion[] } | undefined;
}
