/** Place in the text of a point of a selection; null where it is not in a run of it. */
function placeOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const run = element?.closest<HTMLElement>('[data-start]');
  if (!run) return null;
  const start = Number(run.dataset.start);
  return node instanceof Element ? start + (offset > 0 ? (run.textContent?.length ?? 0) : 0) : start + offset;
}

/** What is selected inside `pane`, as places in the text; null where nothing is, or some of it lies outside. */
export function selectedSpan(pane: HTMLElement): { start: number; end: number } | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.startContainer) || !pane.contains(range.endContainer)) return null;
  const start = placeOf(range.startContainer, range.startOffset);
  const end = placeOf(range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

/** The place in the text where somebody put the caret or began to select; null where that is not inside `pane`. */
export function chosenPlace(pane: HTMLElement): number | null {
  const selection = window.getSelection();
  if (!selection || selection.rangeCount === 0) return null;
  const { startContainer, startOffset } = selection.getRangeAt(0);
  return pane.contains(startContainer) ? placeOf(startContainer, startOffset) : null;
}
