/**
 * What the gallery shows is said by its address: `?theme=dark&section=forms&density=compact&dir=rtl&open=dialog`; or a
 * state of the popup alone: `?popup=following&lang=ko`.
 */

/** The themes that can be forced. */
export const themes = ['light', 'dark', 'contrast'] as const;

/** What floats over the page and can be shown open. */
export const overlays = ['menu', 'dialog', 'confirm', 'tooltip'] as const;

/** The address's wishes. Without a theme all three stand side by side; without a section, all sections. */
export interface Query {
  readonly theme: (typeof themes)[number] | undefined;
  readonly density: 'compact' | undefined;
  readonly dir: 'ltr' | 'rtl';
  readonly section: string | undefined;
  readonly open: (typeof overlays)[number] | undefined;
  readonly popup: string | undefined;
  readonly lang: 'en' | 'ko';
}

/** Reads `search`, the part of an address from `?` on. */
export function readQuery(search: string): Query {
  const asked = new URLSearchParams(search);
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === asked.get(name));
  return {
    theme: one('theme', themes),
    density: one('density', ['compact']),
    dir: one('dir', ['rtl']) ?? 'ltr',
    section: asked.get('section') ?? undefined,
    open: one('open', overlays),
    popup: asked.get('popup') ?? undefined,
    lang: one('lang', ['ko']) ?? 'en',
  };
}
