/** Filled by the script with the page's own shortcuts. They can be switched off, once per browser (WCAG 2.1.4). */
export function KeysDialog() {
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keyboard shortcuts on this page</h2>
      <dl class="facts" />
      <label class="check">
        <input type="checkbox" data-keys-on checked /> <span>Use single-key shortcuts in this browser</span>
      </label>
      <form method="dialog">
        <button type="submit" class="primary">
          Close
        </button>
      </form>
    </dialog>
  );
}
