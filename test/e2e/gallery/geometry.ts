import type { Page } from 'puppeteer';

/**
 * What is wrong with where things stand, in words: things wider than the page, controls of no size, neighbours over
 * each other. Holds on every machine, whatever its fonts.
 */
export function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const problems: string[] = [];
    const named = (element: Element): string => {
      const words = element.getAttribute('aria-label') ?? element.textContent;
      return `${element.localName}.${element.getAttribute('class') ?? ''} “${words.trim().slice(0, 40)}”`;
    };
    const drawn = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) && !element.closest('.ss-aloud');

    const wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) problems.push(`the page is wider than ${wide} px`);

    for (const element of document.querySelectorAll(
      '.g-face :is(button, a, input, select, textarea, svg, img, time)',
    )) {
      if (!drawn(element)) continue;
      const box = element.getBoundingClientRect();
      if (box.width < 1 || box.height < 1) problems.push(`${named(element)} has no size`);
      if (box.left < -0.5 || box.right > wide + 0.5) problems.push(`${named(element)} leaves the page`);
    }

    // Neighbours in the flow; joined buttons share a border, so a pixel of overlap is meant.
    for (const parent of document.querySelectorAll('.g-face *')) {
      const children = [...parent.children].filter(
        (child) =>
          child instanceof HTMLElement &&
          drawn(child) &&
          ['static', 'relative'].includes(getComputedStyle(child).position),
      );
      for (const [index, child] of children.entries()) {
        const next = children[index + 1];
        if (!next) continue;
        const one = child.getBoundingClientRect();
        const two = next.getBoundingClientRect();
        const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
        const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
        if (across > 1.5 && down > 1.5) problems.push(`${named(child)} lies over ${named(next)}`);
      }
    }
    return problems;
  });
}
