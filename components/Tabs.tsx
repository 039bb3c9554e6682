import type { ComponentChildren, TargetedKeyboardEvent, VNode } from 'preact';

import { isRtl } from './focus.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import { walk } from './roving.ts';

/** One tab. */
export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly icon?: IconName | undefined;
  /** How many wait there, already in the language's digits. */
  readonly count?: string | undefined;
}

/** What tabs are drawn from. */
export interface TabsProps<Id extends string> {
  label: string;
  tabs: readonly Tab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** Set where several tab rows stand on one page. */
  name?: string | undefined;
}

/** A row of tabs; ← → Home End choose at once. The panel is a {@link TabPanel} with the same `name`. */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  name = 'tabs',
}: TabsProps<Id>): VNode {
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const from = tabs.findIndex(({ id }) => id === selected);
    const to = walk(event.key, from, tabs.length, { axis: 'horizontal', rtl: isRtl(event.currentTarget) });
    const tab = to === null ? undefined : tabs[to];
    if (!tab) return;
    event.preventDefault();
    event.stopPropagation();
    onSelect(tab.id);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[to ?? 0]?.focus();
  };

  return (
    <div class="ss-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          class="ss-tab"
          role="tab"
          id={tabId(name, tab.id)}
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? panelId(name, tab.id) : undefined}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {tab.icon && <Icon name={tab.icon} />}
          <span class="ss-cut">{tab.label}</span>
          {tab.count !== undefined && <span class="ss-tab-count">{tab.count}</span>}
        </button>
      ))}
    </div>
  );
}

/** What a tab's panel is drawn from. */
export interface TabPanelProps {
  /** The id of the selected tab. */
  tab: string;
  children: ComponentChildren;
  name?: string | undefined;
}

/** What the selected tab stands for. */
export function TabPanel({ tab, children, name = 'tabs' }: TabPanelProps): VNode {
  return (
    <div class="ss-tab-panel" role="tabpanel" id={panelId(name, tab)} aria-labelledby={tabId(name, tab)}>
      {children}
    </div>
  );
}

function tabId(name: string, id: string): string {
  return `ss-${name}-${id}`;
}

function panelId(name: string, id: string): string {
  return `ss-${name}-${id}-panel`;
}
