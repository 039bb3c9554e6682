/** The menu of lists: what the tab shows, and of whom. */
import type { ListView } from '../../../lib/live/lists-desk.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text, type TextKey } from '../../../lib/text.ts';
import type { MenuGroup, MenuItem } from '../../Menu.tsx';
import type { ListsActions } from './actions.ts';

/** What the lists are called. */
export const viewWords: Readonly<Record<ListView, TextKey>> = {
  live: 'liveChannels',
  offline: 'offlineChannels',
  categories: 'watchedCategories',
};
const views = Object.keys(viewWords) as readonly ListView[];

const whose: readonly (readonly [Settings['live.whose'], TextKey])[] = [
  ['active', 'accountsActive'],
  ['all', 'accountsAll'],
];

const radio = (id: string, label: string, on: boolean): MenuItem => ({
  id,
  label,
  choice: { kind: 'radio', on },
});

/** The menu's lines; accounts are only worth a choice where there are several. */
export function listsMenu(view: ListView, settings: Settings, accounts: number): readonly MenuGroup[] {
  const { 'live.collections': collections, 'live.collection': chosen } = settings;
  const isNone = !collections.some(({ name }) => name === chosen);
  return [
    {
      label: text('listsShow'),
      items: views.map((name) => radio(`view:${name}`, text(viewWords[name]), name === view)),
    },
    {
      label: text('collections'),
      items: [
        ...(collections.length > 0 ? [radio('only:', text('collectionEvery'), isNone)] : []),
        ...collections.map(({ name }) => radio(`only:${name}`, name, name === chosen)),
        { id: 'edit', label: text('collectionsEdit'), icon: 'edit' },
      ],
    },
    ...(accounts > 1
      ? [
          {
            label: text('listsWhose'),
            items: whose.map(([value, label]) =>
              radio(`whose:${value}`, text(label), settings['live.whose'] === value),
            ),
          },
        ]
      : []),
  ];
}

/** Does what the line `id` says. */
export function chooseInLists(id: string, actions: ListsActions): void {
  if (id === 'edit') actions.editCollections();
  if (id.startsWith('only:')) actions.set('live.collection', id.slice('only:'.length));
  const view = views.find((name) => id === `view:${name}`);
  if (view) actions.view(view);
  const account = whose.find(([value]) => id === `whose:${value}`);
  if (account) actions.set('live.whose', account[0]);
}
