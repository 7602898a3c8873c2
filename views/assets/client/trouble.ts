function toast(words: string): void {
  document.getElementById('trouble')?.remove();
  const box = document.createElement('p');
  box.id = 'trouble';
  box.className = 'notice danger toast';
  box.setAttribute('role', 'alert');
  box.textContent = words;
  document.body.append(box);
}

/** A request that fails says so and changes nothing; an answer that is not a page of ours is never swapped in. */
export function startTrouble(): void {
  document.addEventListener('htmx:error', ({ detail }) => {
    if (detail.ctx) toast('The server could not be reached. Nothing was changed; try again.');
  });
  document.addEventListener('htmx:before:swap', (event) => {
    const { ctx } = event.detail;
    if (!ctx.response) return;
    const whole = ctx.target === document.body || ctx.target?.id === 'main';
    if (!whole || /id="main"|<hx-partial/.test(ctx.text ?? '')) {
      document.getElementById('trouble')?.remove();
      return;
    }
    event.preventDefault();
    toast(`The server answered ${ctx.response.status}. Nothing was changed; try again in a moment.`);
  });
}
