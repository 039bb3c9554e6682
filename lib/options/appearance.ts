/** How a page of ours looks, by the settings. */
import type { Settings } from '../store/settings-table.ts';

/** Attributes of the page's root that the design tokens follow; `null`: the attribute is not there. */
export interface Appearance extends Readonly<Record<string, string | null>> {
  readonly 'data-theme': 'light' | 'dark' | 'contrast' | null;
  readonly 'data-density': 'compact' | null;
}

/** The look that `settings` ask for. */
export function appearanceOf(settings: Settings): Appearance {
  const theme = settings['appearance.theme'];
  const density = settings['appearance.density'];
  return {
    'data-theme': theme === 'system' ? null : theme,
    'data-density': density === 'compact' ? density : null,
  };
}
