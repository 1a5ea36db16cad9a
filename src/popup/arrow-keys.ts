/** Going up and down the popup's list with the arrow keys, from the search field on. */

const ROW_BUTTON = '.row-main';
const STARTS = `.row-main, .row-more, [type="search"]`;

/** Moves the focus from row to row; other keys, and keys in other places, are left alone. */
export function walkRows(event: preact.TargetedKeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  const way = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
  if (way === 0 || !(target instanceof Element) || !target.matches(STARTS)) return;
  const rows = [...currentTarget.querySelectorAll<HTMLElement>(ROW_BUTTON)];
  const own = target.closest('.row')?.querySelector<HTMLElement>(ROW_BUTTON);
  const from = own ? rows.indexOf(own) : -1;
  const to = rows[from + way] ?? (from === 0 ? currentTarget.querySelector('input') : null);
  if (!to) return;
  event.preventDefault();
  to.focus();
}
