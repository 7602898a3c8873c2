import encodeQR from 'qr';
import { cardText, signedPart, slot_ms, slotAt } from '../../../../schema/domain/members/card-code.ts';
import { type DeviceKey, deviceKey, signed } from './device-key.ts';
import { isKnown } from './make-known.ts';

const svg = 'http://www.w3.org/2000/svg';

/** The code as one path, a square each module. */
function pathOf(modules: readonly boolean[][]): string {
  return modules.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
}

async function draw(box: HTMLElement, key: DeviceKey): Promise<void> {
  const { insurer = '', member: memberId = '' } = box.dataset;
  const said = { insurer, memberId, device: key.device, slot: slotAt(Date.now()) };
  const text = cardText({ ...said, signature: await signed(key, signedPart(said)) });
  const modules = encodeQR(text, 'raw', { ecc: 'low', border: 2 });
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', `0 0 ${modules.length} ${modules.length}`);
  picture.setAttribute('role', 'img');
  picture.setAttribute(
    'aria-label',
    `Code of the card ${memberId}; another one every ${slot_ms / 1000} seconds`,
  );
  picture.setAttribute('shape-rendering', 'crispEdges');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', pathOf(modules));
  picture.append(path);
  box.replaceChildren(picture);
}

const boxes = () => [...document.querySelectorAll<HTMLElement>('[data-member][data-insurer]')];

let timer: ReturnType<typeof setTimeout> | undefined;

/** Draws the codes that are in sight, and again when the next ones are due. */
async function show(): Promise<void> {
  clearTimeout(timer);
  const { owner } = document.body.dataset;
  if (boxes().length === 0 || !owner) return;
  const key = await deviceKey(owner);
  const words = document.querySelector<HTMLElement>('[data-card-words]');
  if (!(await isKnown(key))) {
    if (words) words.textContent = 'The code appears once this telephone has been online with this page.';
  } else {
    for (const box of boxes()) await draw(box, key);
    if (words)
      words.textContent =
        'The code is made on this telephone, also without a connection, and changes every 30 seconds.';
  }
  timer = setTimeout(() => void show(), slot_ms - (Date.now() % slot_ms) + 20);
}

document.addEventListener('vetra:card', () => void show());
addEventListener('online', () => void show());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void show();
});
void show();
