/** Shows the key of a control that also carries `aria-keyshortcuts`. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span class="key" aria-hidden="true">
      {keys}
    </span>
  );
}
