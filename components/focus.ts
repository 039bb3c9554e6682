/**
 * Focus inside documents and shadow roots.
 */

/** The element that has the focus in the tree in which `node` stands; also inside a closed shadow root. */
export function focusedNear(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
}

/** Whether the line of writing runs from right to left at `element`. */
export function isRtl(element: Element): boolean {
  return element.matches(':dir(rtl)');
}

/** What can take the focus in `container`, in order; disabled controls are left out. */
export function focusables(container: Element): HTMLElement[] {
  return [
    ...container.querySelectorAll<HTMLElement>(
      ':is(a[href], button, input, select, textarea, [tabindex]):not(:disabled)',
    ),
  ];
}
