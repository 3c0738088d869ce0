const controls = 'button, a[href], input, select, textarea';

/** Whether the event hit something inside a row that has its own meaning for clicks and Enter. */
export const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest(`${controls}, label`) !== null;

/** The position of the row an event came from; -1 outside any row. */
export function rowIndexOf(target: EventTarget): number {
  const row = target instanceof Element ? target.closest<HTMLElement>('.cb-grid-row') : null;
  return row === null ? -1 : Number(row.dataset.index);
}

/** Moves focus between the focused row and the controls in it, as Left and Right do in an ARIA grid. */
export function focusInside(grid: HTMLElement | null, by: 1 | -1): void {
  const active = document.activeElement;
  const row = active?.closest<HTMLElement>('.cb-grid-row');
  if (!grid?.contains(active ?? null) || !row) return;
  const stops = [row, ...row.querySelectorAll<HTMLElement>(controls)];
  const at = stops.indexOf(active as HTMLElement);
  stops[at + by]?.focus({ preventScroll: true });
}
