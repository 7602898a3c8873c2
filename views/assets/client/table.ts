import { onPage } from './page.ts';

const ROLES = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tfoot: 'rowgroup',
  tr: 'row',
  td: 'cell',
};

/** Rows shown as cards lose their table roles in some browsers: gives them back while the screen is narrow. */
function restoreRoles(): void {
  for (const table of document.querySelectorAll('.cards table')) {
    for (const [tag, role] of Object.entries(ROLES)) {
      for (const part of [table, ...table.querySelectorAll(tag)])
        if (part.matches(tag)) part.setAttribute('role', role);
    }
    for (const head of table.querySelectorAll('th'))
      head.setAttribute('role', head.scope === 'row' ? 'rowheader' : 'columnheader');
  }
}

export function startTables(): void {
  const narrow = matchMedia('(max-width: 47.99rem)');
  const restore = () => narrow.matches && restoreRoles();
  narrow.addEventListener('change', restore);
  onPage(restore);
}
