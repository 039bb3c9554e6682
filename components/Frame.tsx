import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import { text } from '../lib/text.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { TooltipLayer } from './Tooltip.tsx';

/** A way to one of the page's places. */
export interface FrameLink {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** It is the one that is shown. */
  readonly isHere: boolean;
}

/** Ways that belong together. */
export interface FrameGroup {
  readonly label: string;
  /** Its label is seen; otherwise it is only spoken. */
  readonly isTitled?: boolean | undefined;
  readonly links: readonly FrameLink[];
}

/** What the frame is drawn from. */
export interface FrameProps {
  groups: readonly FrameGroup[];
  /** Stands under the ways. */
  foot?: ComponentChildren;
  /** The name of the place that is shown. */
  place: string;
  children: ComponentChildren;
}

/** A page of ours that fills a tab: its places at the side, the chosen one beside them. */
export function Frame({ groups, foot, place, children }: FrameProps): VNode {
  const mainRef = useRef<HTMLElement>(null);
  const sideRef = useRef<HTMLElement>(null);
  const shownRef = useRef(place);

  useEffect(() => {
    // In a narrow window the places stand in rows that may be longer than the window.
    for (const link of sideRef.current?.querySelectorAll('[aria-current]') ?? [])
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // The keyboard goes where the eye goes; but not on arrival, when the page starts at its top.
    if (shownRef.current !== place) mainRef.current?.focus({ preventScroll: true });
    shownRef.current = place;
  }, [place]);

  return (
    <div class="ss-frame">
      <header ref={sideRef} class="ss-frame-side">
        <p class="ss-frame-brand">
          <img src="/icon/32.png" alt="" width={24} height={24} />
          {text('extensionName')}
        </p>
        {groups.map(({ label, isTitled = false, links }) => (
          <nav key={label} aria-label={label}>
            {isTitled && (
              <p class="ss-frame-title" aria-hidden="true">
                {label}
              </p>
            )}
            <ul class="ss-frame-nav">
              {links.map(({ href, label: name, icon, isHere }) => (
                <li key={href}>
                  <a href={href} aria-current={isHere ? 'page' : undefined}>
                    {icon && <Icon name={icon} />}
                    <span class="ss-cut">{name}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        ))}
        {foot}
      </header>
      <main ref={mainRef} class="ss-frame-main" data-section={place} tabIndex={-1}>
        {children}
      </main>
      <TooltipLayer />
    </div>
  );
}
