import type { ComponentChildren, VNode } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

import type { ChzzkView } from '../../lib/chzzk/session.ts';
import type { PanelState } from '../../lib/live/panel.ts';
import { activeAccount } from '../../lib/live/panel.ts';
import type { LiveStream } from '../../lib/live/stream.ts';
import { tabNames, tabOfKey, type TabName } from '../../lib/live/tabs.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { CodeCard } from '../accounts/CodeCard.tsx';
import { Banner } from '../Banner.tsx';
import { Button } from '../Button.tsx';
import { Settled } from '../settled.ts';
import { SkeletonRows } from '../Skeleton.tsx';
import { TabPanel, Tabs } from '../Tabs.tsx';
import { TooltipLayer } from '../Tooltip.tsx';
import type { PopupActions } from './actions.ts';
import { CheatSheet } from './CheatSheet.tsx';
import { Following } from './following/Following.tsx';
import type { ListsSlot } from './following/slot.ts';
import { Head } from './Head.tsx';
import { Marked } from './rows/marked.ts';
import type { RowsSlot } from './rows/slot.ts';
import { SignedOut } from './SignedOut.tsx';
import { Drawn } from './use-waited.ts';

/** What the popup is drawn from. `now` is Unix epoch milliseconds. */
export interface PopupProps {
  state: PanelState;
  /** Who is logged in on CHZZK; `undefined`: not asked. */
  chzzk: ChzzkView | undefined;
  settings: Settings;
  now: number;
  actions: PopupActions;
  hrefOf: (stream: LiveStream) => string;
  /** The tab in front. */
  tab: TabName;
  /** What stands in it, unless it is "Following"; `undefined` while it is being loaded. */
  panel: ComponentChildren;
  /** What the tab "Following" has beside the live channels, once it is loaded. */
  lists: ListsSlot | undefined;
  /** What the rows of all tabs have in common. */
  rows: RowsSlot;
}

const labels: Readonly<Record<TabName, TextKey>> = {
  following: 'tabFollowing',
  discover: 'tabDiscover',
  channel: 'tabChannel',
};

/** The popup: who is signed in, and the tabs. */
export function Popup(props: PopupProps): VNode {
  const { state, chzzk, now, actions } = props;
  const { signedIn } = state;
  const isSettled = useContext(Settled);
  return (
    <div class="ss-popup">
      <Head state={state} chzzk={chzzk} actions={actions} />
      {signedIn?.code ? (
        <main class="ss-popup-body">
          <h1 class="ss-aloud">{text('extensionName')}</h1>
          <CodeCard
            code={signedIn.code}
            now={now}
            copy={actions.copy}
            onOpen={actions.showCode}
            onCancel={actions.cancelSignIn}
          />
        </main>
      ) : signedIn && !activeAccount(signedIn) && (signedIn.signingIn || !state.chzzk) ? (
        <main class="ss-popup-body">
          <h1 class="ss-aloud">{text('extensionName')}</h1>
          <SignedOut state={state} chzzk={chzzk} actions={actions} />
        </main>
      ) : (
        <Tabbed {...props} />
      )}
      <DamagedBanner {...props} />
      {isSettled && <TooltipLayer />}
    </div>
  );
}

function Tabbed(props: PopupProps): VNode {
  const { tab, panel, actions, lists, rows } = props;
  const [help, setHelp] = useState(false);
  const { chooseTab } = actions;

  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event))
        return;
      const chosen = tabOfKey(event.key);
      if (chosen) {
        // What stands in the other tab takes the keyboard.
        if (chosen !== tab && document.activeElement instanceof HTMLElement) document.activeElement.blur();
        chooseTab(chosen);
      } else if (event.key === '?') setHelp(true);
      else if (event.key === '/')
        document.querySelector<HTMLInputElement>('.ss-popup [type=search]')?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [tab, chooseTab]);

  // The other tabs have a search that takes the keyboard; here whoever came by a digit would be left with nothing.
  useEffect(() => {
    if (tab !== 'channel' || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('.ss-popup [role=tab][aria-selected=true]')?.focus();
  }, [tab]);

  return (
    <main class="ss-popup-body">
      <Tabs
        label={text('popupTabs')}
        tabs={tabNames.map((id) => ({ id, label: text(labels[id]) }))}
        selected={tab}
        onSelect={actions.chooseTab}
      />
      <Drawn.Provider value={props.now}>
        <Marked.Provider value={rows.marked}>
          <TabPanel tab={tab}>
            {tab === 'following' ? (
              <Following {...props} isMenuOpen={rows.isMenuOpen} />
            ) : (
              (panel ?? <SkeletonRows count={8} label={text('tabOpening')} />)
            )}
          </TabPanel>
        </Marked.Provider>
      </Drawn.Provider>
      {rows.bar}
      {rows.over}
      {lists?.over}
      {help && <CheatSheet onClose={() => setHelp(false)} />}
    </main>
  );
}

/** Whether the key is a letter of something that is being written; an empty search field gives it away. */
function isWriting({ target, isComposing }: KeyboardEvent): boolean {
  if (isComposing) return true;
  if (target instanceof HTMLInputElement && target.type === 'search') return target.value !== '';
  return target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
}

function DamagedBanner({ state, actions }: PopupProps): VNode | null {
  const [damaged] = state.damaged;
  if (!damaged) return null;
  return (
    <Banner
      kind="warning"
      title={text('damagedTitle')}
      action={
        <Button size="small" onClick={() => actions.saveDamaged(damaged.id)}>
          {text('damagedSave')}
        </Button>
      }
      onDismiss={() => actions.dismissDamaged(damaged.id)}
      dismissLabel={text('damagedDismiss')}
    >
      {text('damagedHint', damaged.where)}
    </Banner>
  );
}
