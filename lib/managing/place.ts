/** Where in the panel one is: a channel and one of its lists; and its address on the desk. */
import { isChzzkId } from '../chzzk/hash.ts';
import type { ManageList } from '../chzzk/manage/wish.ts';

/** A channel (its id, 32 hexadecimal digits) and a list; what is left out is up to the panel. */
export interface ManagePlace {
  readonly channel?: string | undefined;
  readonly list?: ManageList | undefined;
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

/** The place that `hash` (`#chzzk/…/words`) names, as far as it names one. */
export function placeIn(hash: string): ManagePlace {
  const [platform, channel = '', list = ''] = hash.replace(/^#/, '').split('/');
  if (platform !== 'chzzk') return {};
  return {
    ...(isChzzkId(channel) && { channel }),
    ...(isManageList(list) && { list }),
  };
}

/** The address of a place within the desk. Whoever names no channel means the one that is managed first. */
export const hashOfPlace = ({ channel = '', list = 'restrictions' }: ManagePlace): string =>
  `#chzzk/${channel}/${list}`;
