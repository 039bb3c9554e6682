/**
 * A chat line as a plain message: what the DOM shows, joined with what the probe knows.
 *
 * The DOM says which chatter a reader of the page sees; the probe's facts count only when they speak of that same
 * chatter. What neither knows stays absent: a missing id is asked for later, a wrong one would hit a stranger. Where two of
 * them contradict each other no id is believed, and the message says so.
 */
import type { ChatMessage } from '../../chat/message.ts';
import { loginShape, twitchIdShape } from '../../id-shapes.ts';
import { anySelector } from './anchors.ts';
import { badgeSetOf } from './badges.ts';
import { readParts, readText } from './parts.ts';
import type { Facts, LineFacts } from './probe/wire.ts';

/** The message in `line` in the chat of `channel` (its login); `undefined` when no chatter said it. */
export function readLine(line: Element, channel: string, facts: Facts): ChatMessage | undefined {
  if (line.matches(anySelector.heldLine)) return undefined;
  // The DOM is searched only for what nobody has said yet: this runs for every line of a fast chat.
  const named = once(() => line.querySelector(anySelector.name));
  const shown = shownLogin(line, named);
  const known = factsAbout(shown, facts.line);
  const login = shown ?? known?.login;
  if (login === undefined) return undefined;

  // FrankerFaceZ and 7TV write these.
  const written = {
    id: attributeOf(line, 'msg-id', /^[0-9a-f-]{36}$/i),
    userId: attributeOf(line, 'data-user-id', twitchIdShape),
  };
  const isContradicted =
    differ(shown, facts.line?.login) ||
    differ(known?.id, written.id) ||
    differ(known?.userId, written.userId);
  const id = isContradicted ? undefined : (known?.id ?? written.id);
  const userId = isContradicted ? undefined : (known?.userId ?? written.userId);
  const name = known?.name ?? shownName(named()) ?? login;
  const color = known ? known.color : shownColor(named());
  const badges = known?.badges ?? shownBadges(line);
  const deleted = known?.deleted ?? line.querySelector(anySelector.deleted) !== null;
  const action = known ? known.action : line.querySelector(anySelector.action) !== null || undefined;
  const parts = readParts(line);
  const room = facts.room;
  return {
    channel: {
      platform: 'twitch',
      login: room?.channelLogin ?? channel,
      ...(room && { id: room.channelId }),
    },
    ...(id !== undefined && { id }),
    author: {
      login,
      ...(userId !== undefined && { id: userId }),
      name,
      ...(color !== undefined && { color }),
      ...(badges && { badges }),
      ...(known?.months !== undefined && { months: known.months }),
    },
    text: known?.text ?? readText(line),
    ...(parts && { parts }),
    ...(known?.at !== undefined && { at: known.at }),
    deleted,
    ...(deleted && known?.moderated && { moderated: known.moderated }),
    ...(known?.first !== undefined && { first: known.first }),
    ...(known?.returning !== undefined && { returning: known.returning }),
    ...(action !== undefined && { action }),
    ...(line.querySelector(anySelector.highlighted) && { highlighted: true }),
    ...(line.closest(anySelector.announcement) && { announcement: true }),
    ...(known?.reply && { reply: known.reply }),
    ...(known?.sourceRoomId !== undefined &&
      known.sourceRoomId !== room?.channelId && { sourceChannelId: known.sourceRoomId }),
    ...(isContradicted && { doubt: 'contradicted' }),
  };
}

/**
 * The message in a line of a recording's chat. No reader knows its id, and the probe is not believed: what it finds above such a
 * line need not be about it. A line with several names is nobody's, because an answer may stand in the line that it answers.
 */
export function readRecordedLine(line: Element, channel: string): ChatMessage | undefined {
  return line.querySelectorAll(anySelector.name).length === 1 ? readLine(line, channel, {}) : undefined;
}

/** Whether two readers said different things; who says nothing contradicts nobody. */
const differ = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

/** The probe's facts, when they name the chatter whom the line shows. */
function factsAbout(shown: string | undefined, facts: LineFacts | undefined): LineFacts | undefined {
  if (facts?.login === undefined) return undefined;
  return shown === undefined || shown === facts.login ? facts : undefined;
}

/** Twitch names the chatter on the line and on the name, FrankerFaceZ on the line, 7TV only in the shown name. */
function shownLogin(line: Element, named: () => Element | null): string | undefined {
  const said =
    line.getAttribute('data-a-user') ??
    line.getAttribute('data-user') ??
    named()?.getAttribute('data-a-user') ??
    // A display name in Latin letters differs from the login in case only.
    shownName(named());
  const login = said?.toLowerCase();
  return login !== undefined && loginShape.test(login) ? login : undefined;
}

function shownName(nameElement: Element | null): string | undefined {
  const name = nameElement?.textContent.trim();
  return name ? name.slice(0, 100) : undefined;
}

/** Read from the attribute: computed styles would cost a style pass for each line. */
function shownColor(nameElement: Element | null): string | undefined {
  const style = nameElement?.getAttribute('style') ?? '';
  const parts = /(?:^|;)\s*color:\s*rgb\((\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})\)/.exec(style)?.slice(1);
  if (!parts) return undefined;
  return `#${parts.map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0')).join('')}`;
}

function shownBadges(line: Element): Record<string, string> | undefined {
  const badges: [set: string, version: string][] = [];
  for (const picture of line.querySelectorAll(anySelector.badge)) {
    const set = badgeSetOf(picture.getAttribute('src') ?? '');
    if (set !== undefined) badges.push([set, '1']);
  }
  // FrankerFaceZ draws them without pictures, and says which they are.
  for (const mark of line.querySelectorAll(anySelector.namedBadge)) {
    const set = attributeOf(mark, 'data-badge', /^[a-z0-9][a-z0-9_/-]{0,63}$/);
    if (set !== undefined) badges.push([set, attributeOf(mark, 'data-version', /^[\w.-]{1,64}$/) ?? '1']);
  }
  return badges.length > 0 ? Object.fromEntries(badges) : undefined;
}

/** `find`, at most once, and only when somebody asks. */
function once<Found>(find: () => Found): () => Found {
  let found: { readonly value: Found } | undefined;
  return () => (found ??= { value: find() }).value;
}

function attributeOf(element: Element, name: string, shape: RegExp): string | undefined {
  const value = element.getAttribute(name);
  return value !== null && shape.test(value) ? value : undefined;
}
