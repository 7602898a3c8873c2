import { paths } from '../paths.ts';

/**
 * Asks what the draft comes to each time it was saved while somebody types; a newer question takes the place of an older
 * one. Without script the page that comes after *Save* says the same.
 */
export function LiveAssessment({ draft, step }: { draft: string; step: 'patient' | 'lines' }) {
  return (
    <p
      class="hint if-script"
      data-assess
      role="status"
      hx-get={paths.provider.draftAssessment(draft, step)}
      hx-trigger="saved from:#draft"
      hx-swap="none"
      hx-sync="this:replace"
    />
  );
}

/** The same for a form that is not saved while one types: it is sent whole, and nothing is kept of it. */
export function TypedAssessment({ action }: { action: string }) {
  return (
    <p
      class="hint if-script"
      data-assess="whole"
      role="status"
      hx-post={action}
      hx-trigger="input delay:600ms from:#draft"
      hx-swap="none"
      hx-sync="this:replace"
    />
  );
}
