/**
 * Where elements stand below another one, as text: of a list of elements nothing in an event tells a script of another world. Pure.
 *
 * A step is how many elements stand after the next one among its parent's children, since what is asked about stands near the end.
 */

/** The nearest element in which all of `elements` stand, or one of them; where there is none, the uppermost around the first. */
export function rootOf(elements: readonly [Element, ...Element[]]): Element {
  let [root] = elements;
  while (root.parentElement && !elements.every((element) => root.contains(element)))
    root = root.parentElement;
  return root;
}

/** The steps from `root` to `element`; `undefined` where it does not stand in it. */
function stepsTo(root: Element, element: Element): readonly number[] | undefined {
  const steps: number[] = [];
  for (let at = element; at !== root;) {
    let after = 0;
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) after++;
    steps.unshift(after);
    if (!at.parentElement) return undefined;
    at = at.parentElement;
  }
  return steps;
}

/** Where each of `elements` stands in `root`. */
export const pathsTo = (root: Element, elements: readonly Element[]): string =>
  elements.map((element) => stepsTo(root, element)?.join('.') ?? 'x').join(' ');

/** The elements to which `paths` lead from `root`; `undefined` for each that leads nowhere. */
export const elementsAt = (root: Element, paths: string): readonly (Element | undefined)[] =>
  paths.split(' ').map((path) => {
    const steps = path === '' ? [] : path.split('.').map(Number);
    return steps.reduce<Element | undefined>((at, step) => at && childBefore(at, step), root);
  });

/** The child of `parent` after which `after` elements stand. */
function childBefore(parent: Element, after: number): Element | undefined {
  if (!Number.isInteger(after)) return undefined;
  let child = parent.lastElementChild;
  for (let left = after; child && left > 0; left--) child = child.previousElementSibling;
  return child ?? undefined;
}
