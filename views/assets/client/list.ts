import { htmx } from './htmx.ts';
import { onPage } from './page.ts';

/** A row that is gone stays this long in its place, so that one sees what became of it. */
const GONE_SHOWN_MS = 4000;

const listOf = () => document.querySelector<HTMLElement>('[data-list]');

/** Whether a claim that came belongs on this page: the filters' values in the order in which a frame gives the claim's. */
function belongs(place: string): boolean {
  const asked = listOf()?.dataset.asks?.split(' ');
  if (!asked) return false;
  const [states = '', facility, client, plan, held, before] = asked;
  const [state = '', ofFacility, ofClient, ofPlan, isHeld, rankAt] = place.split(' ');
  return (
    states.split(',').includes(state) &&
    (!facility || facility === ofFacility) &&
    (!client || client === ofClient) &&
    (!plan || plan === ofPlan) &&
    (!held || held === isHeld) &&
    (!before || Number(rankAt) < Number(before))
  );
}

/** Whether a frame says that a claim came which has no place here: it is on the page already, or not asked for. */
export function isOfNoList(html: string): boolean {
  const [, number, place] = /data-came="([^"]+)" data-place="([^"]+)"/.exec(html) ?? [];
  if (!number || !place) return false;
  return document.getElementById(`r-${number}`) !== null || !belongs(place);
}

/** Rows that are gone leave while neither pointer nor focus is in the list: nothing moves under either. */
function sweep(): void {
  const list = listOf();
  if (!list || list.matches(':hover') || list.contains(document.activeElement)) return;
  const now = performance.now();
  for (const row of list.querySelectorAll<HTMLElement>('tr.gone'))
    if (now - Number(row.dataset.goneAt) >= GONE_SHOWN_MS) row.remove();
}

/** A row whose claim has left the list's states says so where it stands; one that came back is there again. */
export function markGone(cell: HTMLElement | null): void {
  const row = cell?.closest<HTMLElement>('tr');
  const states = listOf()?.dataset.list;
  const state = cell?.dataset.state;
  if (!row || !states || !state) return;
  const isGone = !states.split(',').includes(state);
  row.classList.toggle('gone', isGone);
  if (!isGone) return;
  row.dataset.goneAt = String(performance.now());
  setTimeout(sweep, GONE_SHOWN_MS + 50);
}

/** Why a row stands where it stands is fetched when somebody opens it: of fifty rows few are. */
function tellWhy({ target }: Event): void {
  if (!(target instanceof HTMLDetailsElement) || !target.open) return;
  const [row, words, address] = [target.closest('tr'), target.querySelector('p'), listOf()?.dataset.why];
  if (!row || !words || !address) return;
  const asked = address.replace('/-/', `/${row.id.slice(2)}/`);
  void htmx.ajax('GET', asked, { target: words, swap: 'innerHTML', push: 'false' });
}

export function startLists(): void {
  document.addEventListener('toggle', tellWhy, true);
  document.addEventListener('pointerover', sweep);
  document.addEventListener('focusout', () => setTimeout(sweep));
  onPage(sweep);
}
