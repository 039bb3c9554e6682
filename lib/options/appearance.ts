/** How a page of ours looks, by the settings. */
import type { Settings } from '../store/settings-table.ts';

/** Attributes of the page's root that the design tokens follow; `null`: the attribute is not there. */
export interface Appearance extends Readonly<Record<string, string | null>> {
  readonly 'data-theme': 'light' | 'dark' | 'contrast' | null;
  readonly 'data-density': 'compact' | null;
  readonly 'data-font-size': 'small' | 'large' | 'larger' | null;
  readonly 'data-motion': 'reduced' | null;
}

/** The look that `settings` ask for. */
export function appearanceOf(settings: Settings): Appearance {
  const theme = settings['appearance.theme'];
  const density = settings['appearance.density'];
  const fontSize = settings['appearance.fontSize'];
  const motion = settings['appearance.motion'];
  return {
    'data-theme': theme === 'system' ? null : theme,
    'data-density': density === 'compact' ? density : null,
    'data-font-size': fontSize === 'normal' ? null : fontSize,
    'data-motion': motion === 'reduced' ? motion : null,
  };
}

/** Makes `root` look so. */
export function wearIn(root: Pick<Element, 'setAttribute' | 'removeAttribute'>, look: Appearance): void {
  for (const [name, value] of Object.entries<string | null>(look)) {
    if (value === null) root.removeAttribute(name);
    else root.setAttribute(name, value);
  }
}

/** How large letters are, 1 = as designed; the design tokens have the same figures (`--ss-scale`). */
export const scaleOf: Readonly<Record<Settings['appearance.fontSize'], number>> = {
  small: 0.9,
  normal: 1,
  large: 1.15,
  larger: 1.3,
};
