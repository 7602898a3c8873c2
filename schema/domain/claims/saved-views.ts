import { type Refusal, refuse } from '../refusal.ts';

/** A set of the queue's filters under a name that a person gave it. */
export interface SavedView {
  id: string;
  name: string;
  /** the filters, as they stand in the queue's address */
  query: string;
}

/** What one person saved, in the order of its tabs. */
export interface SavedViews {
  accountId: string;
  views: readonly SavedView[];
  /** what the queue opens with; null: all open claims */
  defaultId: string | null;
}

/** So many tabs of one's own are still told apart. */
const views_max = 12;

const folded = (name: string) => name.toLocaleLowerCase('en');

/** Saves a view, or gives one another name or other filters. Refused: a name that is taken, one view too many. */
export function putView(of: SavedViews, view: SavedView, isDefault: boolean): SavedViews | Refusal {
  const others = of.views.filter(({ id }) => id !== view.id);
  const no = (message: string) => refuse('invalid', message, [{ field: 'name', message }]);
  if (others.some(({ name }) => folded(name) === folded(view.name)))
    return no(`You have a view called ${view.name}. Choose another name, or remove that one first.`);
  if (others.length >= views_max) return no(`Keep at most ${views_max} views: remove one first.`);
  const isKnown = others.length < of.views.length;
  const views = isKnown ? of.views.map((each) => (each.id === view.id ? view : each)) : [...of.views, view];
  const before = of.defaultId === view.id ? null : of.defaultId;
  return { ...of, views, defaultId: isDefault ? view.id : before };
}

/** Removes a view; the queue opens with all open claims again if it opened with that one. */
export function removeView(of: SavedViews, id: string): SavedViews | Refusal {
  const views = of.views.filter((view) => view.id !== id);
  if (views.length === of.views.length) return refuse('not_found', 'You have no such view.');
  return { ...of, views, defaultId: of.defaultId === id ? null : of.defaultId };
}
