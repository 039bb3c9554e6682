import type { VNode } from 'preact';

import { Locale } from '../../components/locale.ts';
import { TooltipLayer } from '../../components/Tooltip.tsx';
import { themes, type Query } from './query.ts';
import { Buttons } from './sections/Buttons.tsx';
import { Colours } from './sections/Colours.tsx';
import { Forms } from './sections/Forms.tsx';
import { Icons } from './sections/Icons.tsx';
import { Lists } from './sections/Lists.tsx';
import { Overlays, Shown } from './sections/Overlays.tsx';
import { Small } from './sections/Small.tsx';
import { States } from './sections/States.tsx';

const sections = {
  colours: Colours,
  icons: Icons,
  buttons: Buttons,
  small: Small,
  lists: Lists,
  forms: Forms,
  states: States,
  overlays: Overlays,
} as const satisfies Readonly<Record<string, (props: { name: string }) => VNode>>;

/** What the gallery is drawn from. */
export interface GalleryProps {
  query: Query;
}

/** Every component in every state. */
export function Gallery({ query }: GalleryProps): VNode {
  return (
    <Locale.Provider value="en">
      <main class={query.open ? 'g-face' : query.theme ? undefined : 'g-themes'}>
        <h1 class="ss-aloud">Sidestage: gallery</h1>
        {query.open ? (
          <Shown overlay={query.open} />
        ) : query.theme ? (
          <Face name={query.theme} section={query.section} />
        ) : (
          themes.map((theme) => (
            <div key={theme} data-theme={theme}>
              <Face name={theme} section={query.section} />
            </div>
          ))
        )}
      </main>
      <TooltipLayer />
    </Locale.Provider>
  );
}

function Face({ name, section }: { name: string; section: string | undefined }): VNode {
  return (
    <div class="g-face">
      {Object.entries(sections)
        .filter(([id]) => section === undefined || id === section)
        .map(([id, Section]) => (
          <section key={id} class="g-section" data-section={id} aria-labelledby={`${name}-${id}`}>
            <h2 id={`${name}-${id}`}>{id}</h2>
            <Section name={name} />
          </section>
        ))}
    </div>
  );
}
