/** Whether CHZZK's page is dark: no name for it is known, so its colours are looked at. */

/** The theme of the page around `element`; `undefined` where it has no colour of its own. */
export function themeOf(element: Element | undefined): 'dark' | 'light' | undefined {
  for (let at: Element | null | undefined = element; at; at = at.parentElement) {
    const [red, green, blue, alpha = '1'] = getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? [];
    if (red === undefined || Number(alpha) < 0.5) continue;
    return Number(red) * 0.3 + Number(green) * 0.6 + Number(blue) * 0.1 < 128 ? 'dark' : 'light';
  }
  return undefined;
}
