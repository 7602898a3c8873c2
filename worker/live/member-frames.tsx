import { renderToString } from 'preact-render-to-string';
import type { ExportMoved, Frame, MemberMoved } from '../../durable-objects/actor/live-event.ts';
import { isNoticed } from '../../schema/domain/members/member-notices.ts';
import { ExportBar } from '../../views/enrollee/export-bar.tsx';
import type {} from '../../views/htmx.d.ts';
import { paths } from '../../views/paths.ts';
import { BellDot } from '../../views/ui/bell-dot.tsx';
import { Piece } from '../../views/ui/frame.tsx';

/** A page that looks at it fetches its own main part anew: what it shows is this person's alone. */
const lookAgain = '!stale';

const bell = (): Frame => ({
  see: 'me',
  html: renderToString(
    <Piece id="bell-count">
      <BellDot />
    </Piece>,
  ),
});

/** The frame carries the alert's number alone; the page fetches the dialog. */
const asked = (number: string): Frame => ({
  see: 'alerts',
  html: renderToString(
    <Piece id="alert" swap="beforeend">
      <div hx-get={paths.alerts.dialog(number)} hx-trigger="load" hx-swap="outerHTML" />
    </Piece>,
  ),
});

/** An answered alert is on no other screen any more. */
const answered = (number: string): Frame => ({
  see: 'alerts',
  html: renderToString(<Piece id={`alert-${number}`} swap="delete" />),
});

/** What one person's open pages hear. */
export function memberFrames({ topic, about, what }: MemberMoved): Frame[] {
  const own: Frame = { see: `${topic}:${about}`, html: lookAgain };
  const rings = isNoticed({ topic, what }) ? [bell()] : [];
  if (topic !== 'alerts') return [...rings, { see: topic, html: lookAgain }, own];
  return what === 'asked' ? [...rings, asked(about), own] : [...rings, answered(about), own];
}

/** How far it is with everything held about them; once it is ready the page looks again. */
export const exportFrames = ({ progress }: ExportMoved): Frame[] => [
  {
    see: 'exports',
    html: progress.isReady
      ? lookAgain
      : renderToString(
          <Piece id="export-progress">
            <ExportBar {...progress} />
          </Piece>,
        ),
  },
];
