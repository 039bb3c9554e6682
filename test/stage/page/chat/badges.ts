/** A badge's title and pictures, as in the props of Twitch's lines. */
export interface Badge {
  readonly id: string;
  readonly setID: string;
  readonly version: string;
  readonly title: string;
  readonly image1x: string;
  readonly image2x: string;
  readonly image4x: string;
}

/** Set id → version → badge. */
export type BadgeSet = Map<string, Map<string, Badge>>;

/** The badges of all channels, and of this one. */
export interface BadgeSets {
  readonly globalsBySet: BadgeSet;
  readonly channelsBySet: BadgeSet;
}

/** Set id → version → title; `*` is for whatever version is not named. */
const titles: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  broadcaster: { '*': 'Broadcaster' },
  moderator: { '*': 'Moderator' },
  lead_moderator: { '*': 'Lead Moderator' },
  vip: { '*': 'VIP' },
  partner: { '*': 'Verified' },
  staff: { '*': 'Staff' },
  admin: { '*': 'Admin' },
  premium: { '*': 'Prime Gaming' },
  turbo: { '*': 'Turbo' },
  bits: { '*': 'Cheerer', '1': 'cheer 1', '100': 'cheer 100', '1000': 'cheer 1000' },
  'sub-gifter': { '*': 'Sub Gifter' },
  founder: { '*': 'Founder' },
  subscriber: {
    '*': 'Subscriber',
    '3': '3-Month Subscriber',
    '6': '6-Month Subscriber',
    '12': '1-Year Subscriber',
    '24': '2-Year Subscriber',
    '2012': '1-Year Subscriber, Tier 2',
    '3012': '1-Year Subscriber, Tier 3',
  },
  no_audio: { '*': 'Watching without audio' },
  'glhf-pledge': { '*': 'GLHF Pledge' },
};

const ofChannels = new Set(['subscriber', 'bits', 'founder']);

/** A badge by what the chatter wears; every set and version has one, so that recorded lines show theirs too. */
export function badgeOf(sets: BadgeSets, setID: string, version: string): Badge {
  const known = sets.channelsBySet.get(setID)?.get(version) ?? sets.globalsBySet.get(setID)?.get(version);
  if (known) return known;
  const badge = plainBadge(setID, version);
  putBadge(ofChannels.has(setID) ? sets.channelsBySet : sets.globalsBySet, badge);
  return badge;
}

/** Puts a badge into a set. */
export function putBadge(sets: BadgeSet, badge: Badge): void {
  const versions = sets.get(badge.setID) ?? new Map<string, Badge>();
  versions.set(badge.version, badge);
  sets.set(badge.setID, versions);
}

function plainBadge(setID: string, version: string): Badge {
  const image = (scale: number): string =>
    `https://static-cdn.jtvnw.net/badges/v1/${setID}-${version}/${scale}`;
  const versions = titles[setID];
  return {
    id: `${setID};${version}`,
    setID,
    version,
    title: versions?.[version] ?? versions?.['*'] ?? setID,
    image1x: image(1),
    image2x: image(2),
    image4x: image(3),
  };
}

/** Empty sets. */
export function badgeSets(): BadgeSets {
  return { globalsBySet: new Map(), channelsBySet: new Map() };
}
