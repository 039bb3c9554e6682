/** Emotes, badges and cheermotes of the stage's own: enough of each kind to draw and to search. */

/** An emote. `owner` is a channel's id, or `0` for everybody's. */
export interface Emote {
  readonly id: string;
  readonly name: string;
  readonly kind: 'globals' | 'subscriptions' | 'follower' | 'bitstier';
  readonly setId: string;
  readonly owner: string;
  readonly tier: '' | '1000' | '2000' | '3000';
  readonly animated: boolean;
}

const globalNames = [
  'Kappa',
  'PogChamp',
  'LUL',
  'HeyGuys',
  'BibleThump',
  'NotLikeThis',
  'SeemsGood',
  'VoHiYo',
  'KEKW',
  'DinoDance',
];

/** Emotes that everybody has. */
export const globalEmotes: readonly Emote[] = globalNames.map((name, index) => ({
  id: String(25 + index * 61),
  name,
  kind: 'globals',
  setId: '0',
  owner: '0',
  tier: '',
  animated: name === 'DinoDance',
}));

/** Emotes of one channel: for its subscribers by tier, and for its followers. */
export function channelEmotes(channelId: string, login: string): readonly Emote[] {
  const prefix = login.replaceAll(/[^a-z0-9]/g, '').slice(0, 8);
  return (
    [
      ['Wave', 'subscriptions', '1000'],
      ['Hype', 'subscriptions', '1000'],
      ['Bow', 'subscriptions', '2000'],
      ['Crown', 'subscriptions', '3000'],
      ['Hi', 'follower', ''],
      ['Bits', 'bitstier', ''],
    ] as const
  ).map(([name, kind, tier], index) => ({
    id: `emotesv2_${channelId}${index}`,
    name: `${prefix}${name}`,
    kind,
    setId: `${channelId.slice(0, 6)}${kind === 'subscriptions' ? tier : kind === 'follower' ? '8' : '9'}`,
    owner: channelId,
    tier,
    animated: name === 'Hype',
  }));
}

/** One version of a badge: id, title, description. */
type BadgeVersion = readonly [id: string, title: string, description: string];

/** Badges that every channel has. */
export const globalBadges: Readonly<Record<string, readonly BadgeVersion[]>> = {
  broadcaster: [['1', 'Broadcaster', 'Broadcaster']],
  moderator: [['1', 'Moderator', 'Moderator']],
  vip: [['1', 'VIP', 'VIP']],
  partner: [['1', 'Verified', 'Verified']],
  premium: [['1', 'Prime Gaming', 'Prime Gaming']],
  staff: [['1', 'Staff', 'Staff']],
  bits: [
    ['1', 'cheer 1', 'Cheered with Bits'],
    ['100', 'cheer 100', 'Cheered with Bits'],
    ['1000', 'cheer 1000', 'Cheered with Bits'],
  ],
};

/** Badges of one channel. */
export const channelBadges: Readonly<Record<string, readonly BadgeVersion[]>> = {
  subscriber: [
    ['0', 'Subscriber', 'Subscriber'],
    ['3', '3-Month Subscriber', '3-Month Subscriber'],
    ['12', '1-Year Subscriber', '1-Year Subscriber'],
    ['2012', '1-Year Subscriber', 'Tier 2, 1-Year Subscriber'],
    ['3012', '1-Year Subscriber', 'Tier 3, 1-Year Subscriber'],
  ],
};

/** A piece of a message as Helix and EventSub cut it. */
export interface Fragment {
  readonly type: 'text' | 'emote' | 'cheermote' | 'mention';
  readonly text: string;
  readonly cheermote: null;
  readonly emote: {
    readonly id: string;
    readonly emote_set_id: string;
    readonly owner_id: string;
    readonly format: readonly string[];
  } | null;
  readonly mention: {
    readonly user_id: string;
    readonly user_login: string;
    readonly user_name: string;
  } | null;
}

/** Cuts a text into plain text, global emotes and mentions of people whom `find` knows. */
export function fragmentsOf(
  text: string,
  find: (login: string) => { id: string; login: string; displayName: string } | undefined,
): readonly Fragment[] {
  const fragments: Fragment[] = [];
  const plain = (part: string): void => {
    const last = fragments.at(-1);
    if (last?.type === 'text') fragments[fragments.length - 1] = { ...last, text: last.text + part };
    else fragments.push({ type: 'text', text: part, cheermote: null, emote: null, mention: null });
  };
  for (const part of text.split(/(\s+)/)) {
    const emote = globalEmotes.find((one) => one.name === part);
    const user = part.startsWith('@') ? find(part.slice(1).toLowerCase()) : undefined;
    if (emote) {
      const format = emote.animated ? ['static', 'animated'] : ['static'];
      const shape = { id: emote.id, emote_set_id: emote.setId, owner_id: emote.owner, format };
      fragments.push({ type: 'emote', text: part, cheermote: null, emote: shape, mention: null });
    } else if (user) {
      const mention = { user_id: user.id, user_login: user.login, user_name: user.displayName };
      fragments.push({ type: 'mention', text: part, cheermote: null, emote: null, mention });
    } else if (part !== '') plain(part);
  }
  return fragments;
}
