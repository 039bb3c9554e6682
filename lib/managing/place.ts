/** Where in the panel one is: a channel and one of its lists; and its address on the desk. */
import { isChzzkId } from '../chzzk/hash.ts';
import { everything, type ManageList, periods, type Search, sortings, tiers } from '../chzzk/manage/wish.ts';
import type { FileFormat } from './file.ts';

/** A channel (its id, 32 hexadecimal digits) and a list; what is left out is up to the panel. */
export interface ManagePlace {
  readonly channel?: string | undefined;
  readonly list?: ManageList | undefined;
  /** What of the list is looked for. */
  readonly search?: Search | undefined;
  /** The list is to be saved there, as soon as it can be. */
  readonly save?: FileFormat | undefined;
}

const lists: Readonly<Record<ManageList, true>> = {
  restrictions: true,
  requests: true,
  followers: true,
  subscribers: true,
  words: true,
  helpers: true,
  rule: true,
  replays: true,
  uploads: true,
  clips: true,
  madeClips: true,
  settings: true,
};

/** Whether it is the name of a list. */
export const isManageList = (name: string): name is ManageList => Object.hasOwn(lists, name);

/** The search that the end of an address names; what it does not name is not looked for. */
function searchIn(query: string): Search {
  const named = new URLSearchParams(query);
  const period = periods.find((one) => String(one) === named.get('period'));
  const tier = tiers.find((one) => one === named.get('tier'));
  return {
    name: (named.get('name') ?? '').slice(0, 100),
    sort: sortings.find((one) => one === named.get('sort')) ?? everything.sort,
    ...(period && { period }),
    ...(tier && { tier }),
  };
}

const formats = { csv: true, json: true } as const satisfies Record<FileFormat, true>;
const isFormat = (name: string): name is FileFormat => Object.hasOwn(formats, name);

/** The place that `hash` (`#chzzk/…/words`, or `#chzzk/…/followers/csv?name=…`, which is to be saved) names, as far as it names one. */
export function placeIn(hash: string): ManagePlace {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?');
  const [platform, channel = '', list = '', save = ''] = path.split('/');
  if (platform !== 'chzzk') return {};
  return {
    ...(isChzzkId(channel) && { channel }),
    ...(isManageList(list) && { list }),
    ...(isManageList(list) && isFormat(save) && { save, search: searchIn(query) }),
  };
}

/** The address of a place within the desk. Whoever names no channel means the one that is managed first. */
export function hashOfPlace({
  channel = '',
  list = 'restrictions',
  search = everything,
  save,
}: ManagePlace): string {
  const place = `#chzzk/${channel}/${list}`;
  if (save === undefined) return place;
  const query = Object.entries(search).map(([name, value]) => [name, String(value)]);
  return `${place}/${save}?${new URLSearchParams(query).toString()}`;
}
