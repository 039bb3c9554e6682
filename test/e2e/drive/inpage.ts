/** A text to compare with: exactly (after white space is evened out), or by a regular expression. */
export type Pattern = { readonly text: string } | { readonly source: string; readonly flags: string };

/** One step on the way from a document to an element. Plain data: it travels into the page. */
export type Step =
  | { readonly by: 'role'; readonly role: string; readonly name?: Pattern }
  | { readonly by: 'css'; readonly css: string }
  | { readonly by: 'text'; readonly text: Pattern }
  | { readonly by: 'nth'; readonly index: number };

/** What {@link tools} offers inside a page. */
export interface Tools {
  /** All elements to which `steps` lead from `roots`, in document order. */
  locate(roots: readonly ParentNode[], steps: readonly Step[]): Element[];
  /** The accessible name. */
  name(element: Element): string;
  /** The text as a reader sees it, white space evened out. */
  text(element: Element): string;
  /** Whether a sighted user sees it: it has a size, and neither it nor what holds it is hidden or fully transparent. */
  visible(element: Element): boolean;
  /** Whether a click at this point of the viewport reaches the element (or something in it). */
  hit(element: Element, x: number, y: number): boolean;
}

/** Resolves at the page's next animation frame. A hidden page makes none, and its timers take a second: so at once there. */
export const frame = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.visibilityState === 'hidden') resolve();
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, 50);
  });

/**
 * Finds elements as assistive technology names them.
 *
 * Its text is sent into the page, so it may use nothing from outside itself. The roles and names follow the parts of
 * ARIA that occur on our pages and on the stage; axe judges the markup itself.
 *
 * @see https://www.w3.org/TR/accname-1.2/
 */
export function tools(): Tools {
  const implicit: Readonly<Record<string, string>> = {
    article: 'article',
    button: 'button, input:is([type=button], [type=submit], [type=reset]), summary',
    cell: 'td',
    checkbox: 'input[type=checkbox]',
    columnheader: 'th:not([scope=row])',
    combobox: 'select:not([multiple]), input[list]',
    complementary: 'aside',
    definition: 'dd',
    dialog: 'dialog',
    form: 'form',
    group: 'fieldset, details',
    heading: 'h1, h2, h3, h4, h5, h6',
    img: 'img:not([alt=""])',
    link: 'a[href]',
    list: 'ul, ol, menu',
    listbox: 'select[multiple]',
    listitem: 'li',
    main: 'main',
    navigation: 'nav',
    option: 'option',
    progressbar: 'progress',
    radio: 'input[type=radio]',
    region: 'section',
    row: 'tr',
    rowheader: 'th[scope=row]',
    search: 'search',
    searchbox: 'input[type=search]',
    slider: 'input[type=range]',
    spinbutton: 'input[type=number]',
    status: 'output',
    table: 'table',
    term: 'dt',
    textbox: 'textarea, input:not([type]), input:is([type=text], [type=email], [type=url], [type=password])',
  };
  const namedByContent = new Set(
    'button cell checkbox columnheader gridcell heading link listitem menuitem menuitemcheckbox menuitemradio option radio row rowheader switch tab tooltip treeitem'.split(
      ' ',
    ),
  );

  const even = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const matches = (pattern: Pattern, text: string): boolean =>
    'text' in pattern ? even(pattern.text) === text : new RegExp(pattern.source, pattern.flags).test(text);

  const role = (element: Element): string | undefined => {
    const explicit = element.getAttribute('role')?.trim().split(/\s+/)[0];
    if (explicit) return explicit;
    return Object.keys(implicit).find((candidate) => element.matches(implicit[candidate] ?? ':not(*)'));
  };

  const exposed = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    let at: Element | null = element;
    while (at) {
      if (at.closest('[aria-hidden="true"], [inert]')) return false;
      const root: Node = at.getRootNode();
      at = root instanceof ShadowRoot ? root.host : null;
    }
    return true;
  };

  const content = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
    if (!(node instanceof Element)) return '';
    if (node.getAttribute('aria-hidden') === 'true' || !node.checkVisibility({ visibilityProperty: true }))
      return '';
    const own = node.getAttribute('aria-label') ?? (node instanceof HTMLImageElement ? node.alt : null);
    if (own) return own;
    const inner = [...node.childNodes].map(content).join('');
    return getComputedStyle(node).display.startsWith('inline') ? inner : ` ${inner} `;
  };

  const name = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby');
    if (by) {
      const root = element.getRootNode() as Document | ShadowRoot;
      return even(
        by
          .split(/\s+/)
          .map((id) => root.getElementById(id))
          .map((label) => label && (label.getAttribute('aria-label') ?? label.textContent))
          .join(' '),
      );
    }
    const label = element.getAttribute('aria-label');
    if (label?.trim()) return even(label);
    if (element instanceof HTMLInputElement && ['button', 'submit', 'reset'].includes(element.type))
      return even(element.value);
    if ('labels' in element) {
      const labels = [...((element as HTMLInputElement).labels ?? [])];
      if (labels.length > 0) return even(labels.map((each) => content(each)).join(' '));
    }
    if (element instanceof HTMLImageElement && element.alt) return even(element.alt);
    if (element instanceof HTMLFieldSetElement)
      return even(element.querySelector('legend')?.textContent ?? '');
    if (namedByContent.has(role(element) ?? '')) {
      const inner = even([...element.childNodes].map(content).join(''));
      if (inner) return inner;
    }
    return even(element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '');
  };

  const text = (element: Element): string =>
    even(element instanceof HTMLElement ? element.innerText : element.textContent);

  const under = (parents: readonly ParentNode[], css: string): Element[] => [
    ...new Set(parents.flatMap((parent) => [...parent.querySelectorAll(css)])),
  ];

  const next = (parents: readonly ParentNode[], step: Step): ParentNode[] => {
    switch (step.by) {
      case 'css':
        return under(parents, step.css);
      case 'nth':
        return parents.slice(step.index).slice(0, 1);
      case 'text':
        return under(parents, '*').filter(
          (element) =>
            matches(step.text, text(element)) &&
            ![...element.children].some((child) => matches(step.text, text(child))),
        );
      case 'role': {
        const native = implicit[step.role];
        return under(parents, `[role]${native === undefined ? '' : `, ${native}`}`).filter(
          (element) =>
            role(element) === step.role &&
            exposed(element) &&
            (!step.name || matches(step.name, name(element))),
        );
      }
    }
  };

  return {
    locate: (roots, steps) =>
      steps.reduce<ParentNode[]>(next, [...roots]).filter((found) => found instanceof Element),
    name,
    text,
    visible: (element) => {
      const { width, height } = element.getBoundingClientRect();
      return (
        width > 0 &&
        height > 0 &&
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      );
    },
    hit: (element, x, y) => {
      const at = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
      return at !== null && (element === at || element.contains(at));
    },
  };
}
