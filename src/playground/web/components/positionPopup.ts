const GAP = 4;
const EDGE = 8;

/** Positions a popover below an anchor, or above it where there is more space. */
export function positionPopup(popup: HTMLElement, anchor: DOMRect): void {
  const below = innerHeight - anchor.bottom - GAP - EDGE;
  const above = anchor.top - GAP - EDGE;
  const up = below < Math.min(320, popup.scrollHeight) && above > below;
  const width = Math.min(
    Math.max(anchor.width, popup.classList.contains('menu') ? 0 : anchor.width),
    innerWidth - 2 * EDGE,
  );
  popup.style.maxHeight = `${Math.min(320, up ? above : below)}px`;
  if (width > 0) popup.style.width = `${width}px`;
  const left = Math.max(EDGE, Math.min(anchor.left, innerWidth - EDGE - popup.offsetWidth));
  popup.style.left = `${left}px`;
  popup.style.top = up ? 'auto' : `${anchor.bottom + GAP}px`;
  popup.style.bottom = up ? `${innerHeight - anchor.top + GAP}px` : 'auto';
}
