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
    // What is asked on the side says so itself, and quietly.
    if (detail.ctx && detail.ctx.sourceElement?.hasAttribute('data-assess') !== true)
      toast('The server could not be reached. What you entered is still here; try again: it is done once.');
  });
  document.addEventListener('htmx:before:swap', (event) => {
    const { ctx } = event.detail;
    if (!ctx.response) return;
    const whole = ctx.target === document.body || ctx.target?.id === 'main';
    // A fault of ours explains itself on a page of its own, which would take the place of what was typed.
    const fault = whole && ctx.response.status >= 500;
    if (!fault && (!whole || /id="main"|<hx-partial/.test(ctx.text ?? ''))) {
      document.getElementById('trouble')?.remove();
      return;
    }
    event.preventDefault();
    toast(
      `The server answered ${ctx.response.status}. What you entered is still here; try again in a moment: it is done once.`,
    );
  });
}
