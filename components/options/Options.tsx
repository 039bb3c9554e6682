import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import type { OptionsState } from '../../lib/options/options.ts';
import { hashOf, sections, type Section } from '../../lib/options/sections.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Icon } from '../Icon.tsx';
import type { IconName } from '../icons.ts';
import { TooltipLayer } from '../Tooltip.tsx';
import { About } from './About.tsx';
import { Accounts } from './Accounts.tsx';
import type { OptionsActions, OptionsFacts } from './actions.ts';
import { ActionLog } from './ActionLog.tsx';
import { Appearance } from './Appearance.tsx';
import { Health } from './Health.tsx';
import { Keys } from './Keys.tsx';
import { LiveSettings } from './LiveSettings.tsx';
import { Moderation } from './Moderation.tsx';
import type { Shown } from './profiles/scope.ts';

/** What the options page is drawn from. `now` is Unix epoch milliseconds. */
export interface OptionsProps {
  state: OptionsState;
  now: number;
  facts: OptionsFacts;
  actions: OptionsActions;
  /** The API explorer, which is loaded when it is opened. */
  explorer: ComponentChildren;
  /** The section "Backup", likewise. */
  backup: ComponentChildren;
  /** The section "CHZZK", likewise. */
  chzzk: ComponentChildren;
}

const marks: Readonly<Record<Section, { readonly icon: IconName; readonly label: TextKey }>> = {
  accounts: { icon: 'user', label: 'optionsAccounts' },
  live: { icon: 'bell', label: 'optionsLive' },
  moderation: { icon: 'shield', label: 'optionsModeration' },
  chzzk: { icon: 'ban', label: 'manageTitle' },
  keys: { icon: 'keyboard', label: 'keysTitle' },
  appearance: { icon: 'sun', label: 'optionsAppearance' },
  backup: { icon: 'copy', label: 'optionsBackup' },
  log: { icon: 'list', label: 'optionsLog' },
  health: { icon: 'pulse', label: 'healthTitle' },
  api: { icon: 'code', label: 'optionsApi' },
  about: { icon: 'info', label: 'optionsAbout' },
};

/** The options page: its sections at the side, the chosen one beside them. */
export function Options(props: OptionsProps): VNode {
  const { section } = props.state.place;
  const mainRef = useRef<HTMLElement>(null);
  const navRef = useRef<HTMLElement>(null);
  const shownRef = useRef(section);
  // Sections that show a profile show the same one.
  const [profile, setProfile] = useState<string | undefined>();

  useEffect(() => {
    // In a narrow window the sections stand in a row that may be longer than the window.
    navRef.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // The keyboard goes where the eye goes; but not on arrival, when the page starts at its top.
    if (shownRef.current !== section) mainRef.current?.focus({ preventScroll: true });
    shownRef.current = section;
  }, [section]);

  return (
    <div class="ss-options">
      <header class="ss-options-side">
        <p class="ss-options-brand">
          <img src="/icon/32.png" alt="" width={24} height={24} />
          {text('extensionName')}
        </p>
        <nav ref={navRef} aria-label={text('optionsSections')}>
          <ul class="ss-options-nav">
            {sections.map((name) => (
              <li key={name}>
                <a href={hashOf(name)} aria-current={name === section ? 'page' : undefined}>
                  <Icon name={marks[name].icon} />
                  {text(marks[name].label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main ref={mainRef} class="ss-options-main" data-section={section} tabIndex={-1}>
        <SectionBody {...props} shown={{ profile, show: setProfile }} />
      </main>
      <TooltipLayer />
    </div>
  );
}

function SectionBody({
  state,
  now,
  facts,
  actions,
  explorer,
  backup,
  chzzk,
  shown,
}: OptionsProps & { shown: Shown }): VNode {
  switch (state.place.section) {
    case 'accounts':
      return <Accounts state={state} now={now} facts={facts} actions={actions} />;
    case 'live':
      return <LiveSettings state={state} actions={actions} />;
    case 'moderation':
      return <Moderation state={state} actions={actions} shown={shown} />;
    case 'chzzk':
      return <>{chzzk}</>;
    case 'keys':
      return <Keys state={state} shortcuts={facts.shortcuts} actions={actions} shown={shown} />;
    case 'appearance':
      return <Appearance state={state} actions={actions} />;
    case 'backup':
      return <>{backup}</>;
    case 'log':
      return <ActionLog state={state} now={now} actions={actions} />;
    case 'health':
      return <Health state={state} now={now} facts={facts} actions={actions} />;
    case 'api':
      return <>{explorer}</>;
    case 'about':
      return <About version={facts.version} />;
  }
}
