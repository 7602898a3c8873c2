import { Badge } from '../ui/badge.tsx';
import { type Standing, standingLooks } from './words.ts';

/** Where a request stands, as a badge. */
export function StandingBadge({ standing }: { standing: Standing }) {
  const { words, tone, shape } = standingLooks[standing];
  return (
    <Badge tone={tone} shape={shape}>
      {words}
    </Badge>
  );
}

/** A row's standing; a live frame replaces it whole. */
export function StandingCell({ standing }: { standing: Standing }) {
  return (
    <span class="nowrap" data-state={standing}>
      <StandingBadge standing={standing} />
    </span>
  );
}

/** The standing in a request's heading; a live frame replaces it. */
export function StandingMark({ standing }: { standing: Standing }) {
  return (
    <span id="authorization-state">
      <StandingBadge standing={standing} />
    </span>
  );
}

/** Where a live frame says what has happened to the request while somebody looks at it. */
export function AuthorizationNews({ text, href }: { text?: string; href?: string }) {
  return (
    <div id="authorization-news">
      {text === undefined ? null : (
        <p class="notice">
          {text} {href === undefined ? null : <a href={href}>Show it</a>}
        </p>
      )}
    </div>
  );
}
