import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { OptionsState } from '../../lib/options/options.ts';
import { hashOf, sections, type Section } from '../../lib/options/sections.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Frame } from '../Frame.tsx';
import type { IconName } from '../icons.ts';
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
  /** The card of the lists of channels, likewise. */
  channels: ComponentChildren;
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
  // Sections that show a profile show the same one.
  const [profile, setProfile] = useState<string | undefined>();
  const links = sections.map((name) => ({
    href: hashOf(name),
    label: text(marks[name].label),
    icon: marks[name].icon,
    isHere: name === section,
  }));
  return (
    <Frame groups={[{ label: text('optionsSections'), links }]} place={section}>
      <SectionBody {...props} shown={{ profile, show: setProfile }} />
    </Frame>
  );
}

function SectionBody({
  state,
  now,
  facts,
  actions,
  explorer,
  channels,
  backup,
  chzzk,
  shown,
}: OptionsProps & { shown: Shown }): VNode {
  switch (state.place.section) {
    case 'accounts':
      return <Accounts state={state} now={now} facts={facts} actions={actions} />;
    case 'live':
      return <LiveSettings state={state} actions={actions} channels={channels} />;
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
