/**
 * The life of a connection to CHZZK's chat, as a pure function of what happens: when to ask for the way in, when to ping, when
 * to give up and where to try next. Times are Unix epoch milliseconds.
 */
import { connectFrame, type Heard, historyFrame, pingFrame, pongFrame } from './frame.ts';
import { addressOf, serverAfter, serverOf } from './server.ts';

/** The way into a channel's chat. `chat` is missing while nothing is broadcast, `pass` where the chat is the known one. */
export interface Door {
  readonly chat?: string;
  readonly pass?: string;
}

/** How a connection stands. */
export type Connection =
  /** Waits, and then asks for the way in. `tries` failed one after the other; `server` is to be tried next. */
  | { readonly is: 'resting'; readonly until: number; readonly tries: number; readonly server?: number }
  | { readonly is: 'asking'; readonly since: number; readonly tries: number; readonly server?: number }
  | {
      readonly is: 'joining';
      readonly since: number;
      readonly tries: number;
      readonly server: number;
      readonly chat: string;
      readonly pass: string;
    }
  | {
      readonly is: 'joined';
      readonly since: number;
      readonly tries: number;
      readonly server: number;
      readonly chat: string;
      /** When anything was heard last. */
      readonly heardAt: number;
      /** When we asked whether anybody is there, and had no answer yet. */
      readonly pingedAt?: number;
      /** When it is to be asked again whether this is still the channel's chat, and how that is set. */
      readonly lookAt: number;
    };

/** What can happen to it. */
export type Happening =
  /** The time of {@link dueAt} has come. */
  | { readonly is: 'due' }
  | { readonly is: 'door'; readonly door: Door }
  /** There is no way in: CHZZK says no (`refused`), or could not be asked. */
  | { readonly is: 'no-door'; readonly why: 'refused' | 'failed' }
  | { readonly is: 'opened' }
  | { readonly is: 'heard'; readonly heard: Heard }
  | { readonly is: 'closed' };

/** What is to be done about it, in this order. */
export type Deed =
  /** Ask for the way in; of the chat `known` only whether it is still the one. */
  | { readonly do: 'ask'; readonly known?: string }
  | { readonly do: 'open'; readonly address: string }
  | { readonly do: 'send'; readonly frame: string }
  | { readonly do: 'close' };

/** What follows from a happening. */
export interface Step {
  readonly next: Connection;
  readonly deeds: readonly Deed[];
}

const second = 1000;
const minute = 60 * second;

/** How long things take at most, or wait, in ms. */
export const patience = {
  /** For the way in, which the background asks for. */
  asking: 30 * second,
  joining: 10 * second,
  /** Without a word, until we ask whether anybody is there; and for the answer. */
  quiet: 20 * second,
  answer: 10 * second,
  /** Between looks at which chat is the channel's. */
  look: minute,
  /** Until the next look, once a line of the platform's own may tell that the chat was set otherwise. */
  moment: 2 * second,
  /** Until CHZZK is asked again about a channel that broadcasts nothing, and one whose chat it does not let us read. */
  dark: minute,
  refused: 10 * minute,
  /** After a first failure; twice that after a second, and so on. */
  first: second,
  longest: minute,
  /** A connection that lasted so long was a good one. */
  good: 30 * second,
} as const;

/** How it begins, at `now`. */
export const beginning = (now: number): Connection => ({ is: 'resting', until: now, tries: 0 });

/** When the next `due` is. */
export function dueAt(connection: Connection): number {
  switch (connection.is) {
    case 'resting':
      return connection.until;
    case 'asking':
      return connection.since + patience.asking;
    case 'joining':
      return connection.since + patience.joining;
    case 'joined': {
      const { heardAt, pingedAt, lookAt } = connection;
      const silent = pingedAt === undefined ? heardAt + patience.quiet : pingedAt + patience.answer;
      return Math.min(silent, lookAt);
    }
  }
}

/** What becomes of `connection`. `chance`, from 0 to 1, keeps many from coming back at the same moment. */
export function step(connection: Connection, happening: Happening, now: number, chance: number): Step {
  switch (connection.is) {
    case 'resting': {
      if (happening.is !== 'due') return still(connection);
      const { tries, server } = connection;
      return {
        next: { is: 'asking', since: now, tries, ...(server !== undefined && { server }) },
        deeds: [{ do: 'ask' }],
      };
    }
    case 'asking':
      return whileAsking(connection, happening, now, chance);
    case 'joining':
      return whileJoining(connection, happening, now, chance);
    case 'joined':
      return whileJoined(connection, happening, now, chance);
  }
}

type In<Name extends Connection['is']> = Extract<Connection, { is: Name }>;

const still = (next: Connection): Step => ({ next, deeds: [] });

const rest = (until: number, tries: number, server?: number): Connection => ({
  is: 'resting',
  until,
  tries,
  ...(server !== undefined && { server }),
});

/** How long is waited after so many failures, ms. */
function pauseAfter(tries: number, chance: number): number {
  const whole = Math.min(patience.first * 2 ** Math.min(tries, 16), patience.longest);
  return whole * (0.75 + chance / 2);
}

function join(chat: string, pass: string, now: number, tries: number, server = serverOf(chat)): Step {
  return {
    next: { is: 'joining', since: now, tries, server, chat, pass },
    deeds: [{ do: 'open', address: addressOf(server) }],
  };
}

function whileAsking(connection: In<'asking'>, happening: Happening, now: number, chance: number): Step {
  const { tries, server } = connection;
  if (happening.is === 'door') {
    const { chat, pass } = happening.door;
    if (chat === undefined) return still(rest(now + patience.dark, 0));
    if (pass !== undefined) return join(chat, pass, now, tries, server);
  } else if (happening.is === 'no-door' && happening.why === 'refused') {
    return still(rest(now + patience.refused, tries, server));
  } else if (happening.is !== 'no-door' && happening.is !== 'due') return still(connection);
  return still(rest(now + pauseAfter(tries, chance), tries + 1, server));
}

function whileJoining(connection: In<'joining'>, happening: Happening, now: number, chance: number): Step {
  const { tries, server, chat, pass } = connection;
  const failed = rest(now + pauseAfter(tries, chance), tries + 1, serverAfter(server));
  switch (happening.is) {
    case 'opened':
      return { next: connection, deeds: [{ do: 'send', frame: connectFrame(chat, pass) }] };
    case 'heard': {
      const { heard } = happening;
      if (heard.is === 'ping') return { next: connection, deeds: [{ do: 'send', frame: pongFrame }] };
      if (heard.is === 'refused') return { next: failed, deeds: [{ do: 'close' }] };
      if (heard.is !== 'connected') return still(connection);
      return {
        next: { is: 'joined', since: now, tries, server, chat, heardAt: now, lookAt: now + patience.look },
        deeds: [{ do: 'send', frame: historyFrame(chat, heard.sid) }],
      };
    }
    case 'closed':
      return still(failed);
    case 'due':
      return { next: failed, deeds: [{ do: 'close' }] };
    default:
      return still(connection);
  }
}

/** Whether the platform says something that is about nobody: no frame tells how the chat was set, but its page says that in a line. */
const isAboutChat = (heard: Heard): boolean =>
  heard.is === 'news' && heard.news.some((one) => one.what === 'notice' && one.about === undefined);

function whileJoined(connection: In<'joined'>, happening: Happening, now: number, chance: number): Step {
  const { since, tries, server, chat, heardAt, pingedAt } = connection;
  // One that broke off at once is no better than one that never stood.
  const lost =
    now - since >= patience.good
      ? rest(now + pauseAfter(0, chance), 1)
      : rest(now + pauseAfter(tries, chance), tries + 1, serverAfter(server));
  switch (happening.is) {
    case 'heard': {
      const lookAt = isAboutChat(happening.heard)
        ? Math.min(connection.lookAt, now + patience.moment)
        : connection.lookAt;
      const heard: Connection = { is: 'joined', since, tries, server, chat, heardAt: now, lookAt };
      if (happening.heard.is === 'refused') return { next: lost, deeds: [{ do: 'close' }] };
      const isAsked = happening.heard.is === 'ping';
      return { next: heard, deeds: isAsked ? [{ do: 'send', frame: pongFrame }] : [] };
    }
    case 'closed':
      return still(lost);
    case 'door': {
      const { door } = happening;
      if (door.chat === undefined || door.chat === chat || door.pass === undefined) return still(connection);
      const { next, deeds } = join(door.chat, door.pass, now, 0);
      return { next, deeds: [{ do: 'close' }, ...deeds] };
    }
    case 'due': {
      if (pingedAt !== undefined && now >= pingedAt + patience.answer)
        return { next: lost, deeds: [{ do: 'close' }] };
      const isQuiet = pingedAt === undefined && now >= heardAt + patience.quiet;
      const isLook = now >= connection.lookAt;
      return {
        next: {
          ...connection,
          ...(isQuiet && { pingedAt: now }),
          ...(isLook && { lookAt: now + patience.look }),
        },
        deeds: [
          ...(isQuiet ? [{ do: 'send', frame: pingFrame } as const] : []),
          ...(isLook ? [{ do: 'ask', known: chat } as const] : []),
        ],
      };
    }
    default:
      return still(connection);
  }
}
