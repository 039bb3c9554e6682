/**
 * Reading the probe's answer. Any script of the page can send one, so nothing in it is believed before it was looked at.
 */
import { pageRoles } from '../../channel/role.ts';
import type { Moderated } from '../../chat/message.ts';
import { loginShape, twitchIdShape, uuidShape } from '../../id-shapes.ts';
import { type Fields, fieldsOf, own, timeOf } from '../probe/answer.ts';
import { type Facts, type LineFacts, type RoomFacts, ruleLimits } from './probe/wire.ts';

const shapes = {
  login: loginShape,
  userId: twitchIdShape,
  messageId: uuidShape,
  color: /^#[0-9a-f]{6}$/i,
  badge: /^[a-z0-9][a-z0-9_/-]{0,63}$/i,
  version: /^[\w.-]{1,64}$/,
} as const;

/** The facts about an element, cut down to the fields that have the right shape. */
export function parseFacts(facts: Fields): Facts {
  const line = lineOf(own(facts, 'line'));
  const room = parseRoom(facts);
  return { ...(line && { line }), ...(room && { room }) };
}

function lineOf(value: unknown): LineFacts | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const id = match(own(fields, 'id'), shapes.messageId);
  const userId = match(own(fields, 'userId'), shapes.userId);
  if (id === undefined || userId === undefined) return undefined;

  const login = match(own(fields, 'login'), shapes.login);
  const name = textOf(own(fields, 'name'), 100);
  const color = match(own(fields, 'color'), shapes.color)?.toLowerCase();
  const badges = badgesOf(own(fields, 'badges'));
  const months = own(fields, 'months');
  const at = timeOf(own(fields, 'at'));
  const text = textOf(own(fields, 'text'), 2000);
  const deleted = flagOf(own(fields, 'deleted'));
  const moderated = moderatedOf(own(fields, 'moderated'));
  const first = flagOf(own(fields, 'first'));
  const returning = flagOf(own(fields, 'returning'));
  const action = flagOf(own(fields, 'action'));
  const sourceRoomId = match(own(fields, 'sourceRoomId'), shapes.userId);
  const reply = replyOf(own(fields, 'reply'));
  return {
    id,
    userId,
    ...(login !== undefined && { login }),
    ...(name !== undefined && { name }),
    ...(color !== undefined && { color }),
    ...(badges && { badges }),
    ...(typeof months === 'number' && months > 0 && months < 1_000 && { months }),
    ...(at !== undefined && { at }),
    ...(text !== undefined && { text }),
    ...(deleted !== undefined && { deleted }),
    ...(moderated && { moderated }),
    ...(first !== undefined && { first }),
    ...(returning !== undefined && { returning }),
    ...(action !== undefined && { action }),
    ...(sourceRoomId !== undefined && { sourceRoomId }),
    ...(reply && { reply }),
  };
}

/** The room alone, for those who read no line. */
export function parseRoom(facts: Fields): RoomFacts | undefined {
  const fields = fieldsOf(own(facts, 'room'));
  if (!fields) return undefined;
  const channelId = match(own(fields, 'channelId'), shapes.userId);
  const channelLogin = match(own(fields, 'channelLogin'), shapes.login);
  if (channelId === undefined || channelLogin === undefined) return undefined;

  const isCurrentUserModerator = flagOf(own(fields, 'isCurrentUserModerator'));
  const currentUserId = match(own(fields, 'currentUserId'), shapes.userId);
  const currentUserLogin = match(own(fields, 'currentUserLogin'), shapes.login);
  const rules = rulesOf(own(fields, 'rules'));
  const said = own(fields, 'also');
  const also = Array.isArray(said)
    ? pageRoles.filter((role) => (said as readonly unknown[]).includes(role))
    : [];
  return {
    channelId,
    channelLogin,
    ...(isCurrentUserModerator !== undefined && { isCurrentUserModerator }),
    ...(currentUserId !== undefined && { currentUserId }),
    ...(currentUserLogin !== undefined && { currentUserLogin }),
    ...(rules && { rules }),
    ...(also.length > 0 && { also }),
  };
}

/** They are shown, and sent as reasons: each one line, and no sign in it that cannot be seen, but what joins emoji. */
function rulesOf(value: unknown): RoomFacts['rules'] {
  if (!Array.isArray(value)) return undefined;
  const rules = (value as readonly unknown[]).slice(0, ruleLimits.rules).map(
    (rule) =>
      textOf(rule, ruleLimits.text)
        ?.replaceAll(/[[\p{Cc}\p{Cf}\s]--[\u200d]]+/gv, ' ')
        .trim() ?? '',
  );
  return [...new Set(rules)].filter((rule) => rule !== '');
}

const deeds = ['timeout', 'ban', 'delete'] as const;

function moderatedOf(value: unknown): Moderated | undefined {
  const fields = fieldsOf(value);
  const kind = deeds.find((deed) => deed === (fields && own(fields, 'kind')));
  if (!fields || !kind) return undefined;
  const by = match(own(fields, 'by'), shapes.login);
  const seconds = own(fields, 'seconds');
  return {
    kind,
    ...(by !== undefined && { by }),
    ...(typeof seconds === 'number' && seconds > 0 && seconds <= 1_209_600 && { seconds }),
  };
}

function replyOf(value: unknown): LineFacts['reply'] {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const id = match(own(fields, 'id'), shapes.messageId);
  const login = match(own(fields, 'login'), shapes.login);
  return id === undefined || login === undefined ? undefined : { id, login };
}

function badgesOf(value: unknown): Record<string, string> | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const badges: [set: string, version: string][] = [];
  for (const [set, value] of Object.entries(fields).slice(0, 32)) {
    const version = match(value, shapes.version);
    if (version !== undefined && shapes.badge.test(set)) badges.push([set, version]);
  }
  return Object.fromEntries(badges);
}

const match = (value: unknown, shape: RegExp): string | undefined =>
  typeof value === 'string' && shape.test(value) ? value : undefined;

const textOf = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= most ? value : undefined;

const flagOf = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
