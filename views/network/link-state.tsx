import type { LinkState } from '../../schema/domain/network/link.ts';
import { Badge, type Shape, type Tone } from '../ui/badge.tsx';
import { linkStateWords } from './link-words.ts';

const looks: Record<LinkState, { tone: Tone; shape: Shape }> = {
  REQUESTED: { tone: 'info', shape: 'ring' },
  APPROVED: { tone: 'ok', shape: 'dot' },
  DECLINED: { tone: 'neutral', shape: 'diamond' },
  SUSPENDED: { tone: 'warn', shape: 'square' },
  ENDED: { tone: 'neutral', shape: 'square' },
};

/** The element id of a link's state, for live frames: in a list and in its page's heading alike. */
export const linkStateId = (other: string): string => `link-${other}`;

/** A link's state (null: there is none yet); a live frame replaces it whole. `other`: the organisation at its other end. */
export function LinkStateMark({ other, state }: { other: string; state: LinkState | null }) {
  if (state === null) return <span class="mute">Not linked</span>;
  const { tone, shape } = looks[state];
  return (
    <span id={linkStateId(other)} class="nowrap">
      <Badge tone={tone} shape={shape}>
        {linkStateWords[state]}
      </Badge>
    </span>
  );
}

/** Where a live frame says what has happened to a link while somebody looks at it, or at the list. */
export function LinkNewsMark({ name, text, href }: { name?: string; text?: string; href?: string }) {
  return (
    <div id="link-news">
      {text === undefined ? null : (
        <p class="notice">
          The link with <bdi>{name}</bdi> {text}. {href === undefined ? null : <a href={href}>Show</a>}
        </p>
      )}
    </div>
  );
}
