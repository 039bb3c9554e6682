import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { Avatar } from '../../../components/Avatar.tsx';
import { Badge } from '../../../components/Badge.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { List, Row } from '../../../components/List.tsx';
import { Listbox } from '../../../components/Listbox.tsx';
import { Elapsed } from '../../../components/RelativeTime.tsx';
import { SearchInput } from '../../../components/SearchInput.tsx';
import { SkeletonRows } from '../../../components/Skeleton.tsx';
import { TabPanel, Tabs } from '../../../components/Tabs.tsx';
import { ViewerCount } from '../../../components/ViewerCount.tsx';
import { Part } from '../Part.tsx';
import { channels, now, picture } from '../samples.ts';

const tabs = [
  { id: 'following', label: 'Following', icon: 'live', count: '6' },
  { id: 'discover', label: 'Discover', icon: 'search' },
  { id: 'channel', label: 'Channel', icon: 'chart' },
] as const;

const reasons = [
  { id: 'spam', label: 'Spam' },
  { id: 'rude', label: 'Being rude to others' },
  { id: 'spoiler', label: '스포일러' },
  { id: 'links', label: 'Links without asking', disabled: true },
] as const;

/** Lists, as in the popup, and what goes with them. */
export function Lists({ name }: { name: string }): VNode {
  return (
    <>
      <Part title="Tabs, search and rows (the second hovered, the third selected, the sixth muted)">
        <div class="g-card">
          <Following name={name} />
        </div>
      </Part>
      <Part title="Compact">
        <div class="g-card" data-density="compact">
          <List label="Live channels, compact" ruled>
            {channels.slice(0, 4).map((channel) => (
              <Row
                key={channel.name}
                title={channel.name}
                text={channel.category}
                href="#row"
                lead={<Avatar name={channel.name} size={24} />}
                aside={<ViewerCount count={channel.viewers} label={`${channel.viewers} viewers`} />}
              />
            ))}
          </List>
        </div>
      </Part>
      <Part title="Not there yet">
        <div class="g-card">
          <SkeletonRows count={3} lines={3} label="Loading live channels" />
        </div>
      </Part>
      <Part title="Listbox">
        <Reasons />
      </Part>
    </>
  );
}

function Following({ name }: { name: string }): VNode {
  const [tab, setTab] = useState<(typeof tabs)[number]['id']>('following');
  const [query, setQuery] = useState('');
  const listRef = useRef<HTMLDivElement>(null);

  // A row under the pointer, for pictures.
  useLayoutEffect(() => {
    listRef.current?.querySelectorAll('.ss-row').forEach((row, index) => {
      row.toggleAttribute('data-hover', index === 1);
    });
  });

  return (
    <div ref={listRef}>
      <Tabs label="Sections" name={name} tabs={tabs} selected={tab} onSelect={setTab} />
      <TabPanel name={name} tab={tab}>
        <div class="g-pad">
          <SearchInput
            label="Filter channels"
            clearLabel="Clear"
            keys="/"
            value={query}
            onChange={setQuery}
          />
        </div>
        <List label="Live channels">
          {channels
            .filter((channel) => channel.name.toLowerCase().includes(query.toLowerCase()))
            .map((channel, index) => (
              <Row
                key={channel.name}
                title={channel.name}
                marks={index === 0 && <Badge kind="lamp">12</Badge>}
                text={channel.title}
                note={channel.category}
                href="#row"
                lead={<Avatar name={channel.name} src={index === 0 ? picture : undefined} live={index < 5} />}
                aside={
                  <>
                    <ViewerCount count={channel.viewers} label={`${channel.viewers} viewers`} />
                    <Elapsed at={channel.since} now={now} />
                  </>
                }
                selected={index === 2}
                muted={index === 5}
                actions={
                  <>
                    <IconButton size="small" icon="message" label={`Chat of ${channel.name}`} />
                    <IconButton size="small" icon="more" label={`More for ${channel.name}`} />
                  </>
                }
              />
            ))}
        </List>
      </TabPanel>
    </div>
  );
}

function Reasons(): VNode {
  const [reason, setReason] = useState<(typeof reasons)[number]['id'] | null>('rude');
  return <Listbox label="Reason" options={reasons} value={reason} onChange={setReason} />;
}
