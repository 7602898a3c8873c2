/** What is shown of one file while it is sent. */
export interface Row {
  /** how far it is, from 0 to 1; with words where it waits */
  progress: (share: number, words?: string) => void;
  done: () => void;
  fail: (words: string, retry?: () => void) => void;
}

const rows = new Set<HTMLElement>();

/** Puts the rows where the page shows them. */
export function showRows(): void {
  const list = document.querySelector('[data-uploads]');
  for (const row of rows) if (list && row.parentElement !== list) list.append(row);
}

function say(words: string): void {
  const status = document.getElementById('status');
  if (status) status.textContent = words;
}

function button(words: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet slim';
  made.textContent = words;
  made.onclick = press;
  return made;
}

/** Makes the row of a file. */
export function rowFor(name: string): Row {
  const item = document.createElement('li');
  const label = document.createElement('bdi');
  const buttons = document.createElement('span');
  const bar = document.createElement('progress');
  const words = document.createElement('small');
  label.textContent = name;
  bar.setAttribute('aria-label', `Sending ${name}`);
  bar.max = 1;
  bar.value = 0;
  words.textContent = 'Waiting';
  item.append(label, buttons, bar, words);
  rows.add(item);
  const end = () => {
    rows.delete(item);
    item.remove();
  };
  return {
    progress(share, waits) {
      bar.hidden = false;
      bar.value = share;
      words.className = '';
      words.textContent = waits ?? (share < 1 ? `${Math.floor(share * 100)}% sent` : 'Being checked');
    },
    done() {
      say(`${name} is attached.`);
      end();
    },
    fail(why, retry) {
      bar.hidden = true;
      words.className = 'bad';
      words.textContent = why;
      say(`${name}: ${why}`);
      const again = () => {
        buttons.replaceChildren();
        retry?.();
      };
      buttons.replaceChildren(...(retry ? [button('Try again', again)] : []), button('Dismiss', end));
    },
  };
}
