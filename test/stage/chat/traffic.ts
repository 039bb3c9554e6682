import { dice, hash } from '../world/ids.ts';
import type { World } from '../world/world.ts';
import { type ChatSource, Generator, type Turn } from './generator.ts';
import { hasRecordedLines, Replay } from './replay.ts';

/** How chat runs on a channel. */
export interface TrafficPlan {
  /** Login of the channel. */
  readonly channel: string;
  /** 0 to 200. */
  readonly linesPerSecond: number;
  /** The stage's own chat, or the recorded lines where they stand beside the checkout (else also the stage's own). */
  readonly source?: 'generator' | 'replay' | ChatSource;
  /** What the stage's own chat follows from. */
  readonly seed?: number;
}

/** Chat that runs. */
export interface Traffic {
  /** How many lines it has said. */
  readonly said: number;
  setRate(linesPerSecond: number): void;
  /** Says `lines` lines at once. */
  burst(lines: number): void;
  /** Somebody comes with `viewers` people, `greetings` of whom say so at once. */
  raid(raider: string, viewers: number, greetings?: number): void;
  /** `accounts` new accounts say the same thing at once. Answers their logins. */
  spam(accounts: number, text?: string): readonly string[];
  stop(): void;
}

/** How often lines are said, ms. Faster than this one could not see them apart. */
const beat = 20;

/** The most that a beat catches up with after the machine was busy, ms. */
const patience = 500;

/** Starts chat on a channel of the world; it runs until it is stopped. */
export function startTraffic(world: World, plan: TrafficPlan): Traffic {
  const { channel, seed = hash(plan.channel) } = plan;
  const own = new Generator(seed);
  const source = sourceOf(plan.source, own);
  const roll = dice(seed + 1);
  let rate = checked(plan.linesPerSecond);
  let owed = 0;
  let last = performance.now();
  let said = 0;

  const say = ({ chatter, saying, isReply }: Turn): void => {
    if (!world.find(chatter.login))
      world.addUser({ login: chatter.login, displayName: chatter.displayName, color: chatter.color });
    const answered = isReply ? world.recentLines(channel, 12) : [];
    const replyToId = answered[Math.floor(roll() * answered.length)]?.id;
    world.say(channel, { ...saying, ...(replyToId !== undefined && { replyToId }) });
    said += 1;
  };

  const timer = setInterval(() => {
    const now = performance.now();
    owed += (Math.min(now - last, patience) / 1000) * rate;
    last = now;
    for (; owed >= 1; owed -= 1) say(source.next());
  }, beat);
  timer.unref();

  return {
    get said() {
      return said;
    },
    setRate(linesPerSecond) {
      rate = checked(linesPerSecond);
      owed = 0;
    },
    burst(lines) {
      for (let left = lines; left > 0; left -= 1) say(source.next());
    },
    raid(raider, viewers, greetings = Math.min(viewers, 40)) {
      const user = world.find(raider) ?? world.addUser({ login: raider.toLowerCase(), displayName: raider });
      world.announce(channel, {
        kind: 'raid',
        from: user.login,
        system: `${viewers} raiders from ${user.displayName} have joined!`,
        params: {
          'msg-param-displayName': user.displayName,
          'msg-param-login': user.login,
          'msg-param-viewerCount': String(viewers),
        },
      });
      for (let left = greetings; left > 0; left -= 1) say(own.greeting(user.displayName));
    },
    spam(accounts, text) {
      const wave = Array.from({ length: accounts }, () => own.spam(text));
      wave.forEach(say);
      return wave.map(({ chatter }) => chatter.login);
    },
    stop() {
      clearInterval(timer);
    },
  };
}

function sourceOf(wanted: TrafficPlan['source'], own: Generator): ChatSource {
  if (typeof wanted === 'object') return wanted;
  return wanted === 'replay' && hasRecordedLines() ? new Replay() : own;
}

function checked(rate: number): number {
  if (!(rate >= 0 && rate <= 200)) throw new RangeError(`a chat runs at 0 to 200 lines/s, not at ${rate}`);
  return rate;
}
