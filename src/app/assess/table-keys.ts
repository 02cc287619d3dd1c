/*
 * Keys of a tree grid: up and down move between rows (in a row's buttons: to the same button of the next row that has
 * it), right opens a row or goes into it, left goes back or closes it, Enter and Space choose.
 */

export interface TableActions {
  /** Opens or closes a row. */
  readonly open: (id: string, open: boolean) => void;
  readonly choose: (id: string) => void;
}

const rowsOf = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('tr[data-row]')];
const buttonsOf = (row: HTMLElement): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('button:not(:disabled)')];

/** @returns whether the key was used. */
export function pressKey(key: string, root: HTMLElement, at: HTMLElement, actions: TableActions): boolean {
  const row = at.closest<HTMLElement>('tr[data-row]');
  if (!row) return false;
  const id = row.dataset.row ?? '';
  const isRow = at === row;
  switch (key) {
    case 'ArrowDown':
      return step(root, row, at, 1);
    case 'ArrowUp':
      return step(root, row, at, -1);
    case 'Home':
      return focus(rowsOf(root)[0]);
    case 'End':
      return focus(rowsOf(root).at(-1));
    case 'ArrowRight':
      if (isRow && row.getAttribute('aria-expanded') === 'false') {
        actions.open(id, true);
        return true;
      }
      return focus(isRow ? buttonsOf(row)[0] : buttonsOf(row)[buttonsOf(row).indexOf(at) + 1]);
    case 'ArrowLeft':
      return back(root, row, at, actions);
    case 'Enter':
    case ' ':
      if (!isRow) return false;
      actions.choose(id);
      return true;
    default:
      return false;
  }
}

function back(root: HTMLElement, row: HTMLElement, at: HTMLElement, actions: TableActions): boolean {
  if (at !== row) return focus(buttonsOf(row)[buttonsOf(row).indexOf(at) - 1] ?? row);
  if (row.getAttribute('aria-expanded') === 'true') {
    actions.open(row.dataset.row ?? '', false);
    return true;
  }
  if (row.getAttribute('aria-level') !== '2') return false;
  const rows = rowsOf(root);
  const before = rows.slice(0, rows.indexOf(row));
  return focus(before.findLast((each) => each.getAttribute('aria-level') === '1'));
}

function step(root: HTMLElement, row: HTMLElement, at: HTMLElement, by: 1 | -1): boolean {
  const rows = rowsOf(root);
  const next = rows[rows.indexOf(row) + by];
  if (!next) return true;
  const cell = at.closest<HTMLElement>('td, th')?.dataset.column;
  const same = at === row ? undefined : next.querySelector<HTMLElement>(`[data-column="${cell}"] button:not(:disabled)`);
  return focus(same ?? next);
}

function focus(element: HTMLElement | undefined): boolean {
  element?.focus();
  return true;
}
