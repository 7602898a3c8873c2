import { hasteOf, timeLeftWords } from '../../authorizations/time-left.ts';
import { onPage } from './page.ts';

const hastes = ['time', 'soon', 'late'];

/** Clocks in sight: of fifty rows about twenty are. */
const seen = new Set<HTMLElement>();
/** What this machine's clock is behind the server's, from the page that was read last. */
let behind_ms = 0;
let read = '';
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  const now = Date.now() + behind_ms;
  for (const clock of seen) {
    const words = clock.firstElementChild;
    if (!clock.isConnected || !words) seen.delete(clock);
    else {
      const left_ms = Number(clock.dataset.due) - now;
      const haste = hasteOf(left_ms, Number(clock.dataset.clock));
      const said = timeLeftWords(left_ms);
      if (words.textContent !== said) words.textContent = said;
      if (!clock.classList.contains(haste)) clock.classList.remove(...hastes);
      clock.classList.add(haste);
    }
  }
  if (seen.size > 0) return;
  clearInterval(timer);
  timer = undefined;
}

function wake(): void {
  if (document.hidden) {
    clearInterval(timer);
    timer = undefined;
  } else if (seen.size > 0 && timer === undefined) timer = setInterval(tick, 1000);
}

const sight = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries)
    if (target instanceof HTMLElement && isIntersecting) seen.add(target);
    else if (target instanceof HTMLElement) seen.delete(target);
  if (seen.size > 0) tick();
  wake();
});

/** Times left, counted down: one timer, and only for what is in sight on a page that is looked at. */
export function startClocks(): void {
  onPage(() => {
    const now = document.querySelector<HTMLElement>('[data-now]')?.dataset.now ?? '';
    if (now !== '' && now !== read) {
      read = now;
      behind_ms = Number(now) - Date.now();
    }
    for (const clock of document.querySelectorAll('[data-due]')) sight.observe(clock);
  });
  document.addEventListener('visibilitychange', wake);
}
