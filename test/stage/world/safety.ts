/**
 * What keeps a chat safe beside bans: AutoMod, held messages, blocked terms, shield mode, warnings, suspicious users
 * and requests to be unbanned.
 */
import type { Saying, User } from './records.ts';
import type { World } from './world.ts';

/** What AutoMod looks for. */
export const automodTopics = [
  'disability',
  'aggression',
  'sexuality_sex_or_gender',
  'misogyny',
  'bullying',
  'swearing',
  'race_ethnicity_or_religion',
  'sex_based_terms',
] as const;

/** Levels 0 to 4 by topic; `overall` is set when one level was chosen for all. */
export interface AutomodSettings {
  overall: number | null;
  readonly levels: Record<(typeof automodTopics)[number], number>;
}

/** A message that AutoMod holds until a moderator decides. */
export interface HeldMessage {
  readonly id: string;
  readonly channelId: string;
  readonly user: User;
  readonly text: string;
  readonly at: number;
  readonly category: string;
  readonly level: number;
  status: 'held' | 'approved' | 'denied';
}

/** A word or phrase that nobody may say. */
export interface BlockedTerm {
  readonly id: string;
  readonly text: string;
  readonly moderatorId: string;
  readonly at: number;
}

/** Whether shield mode is on, and who set it. */
export interface Shield {
  readonly active: boolean;
  readonly moderatorId: string;
  readonly lastActivatedAt: number;
}

/** A warning that the chatter must acknowledge before speaking again. */
export interface Warning {
  readonly reason: string;
  readonly moderatorId: string;
  readonly at: number;
  acknowledged: boolean;
}

/** Somebody who is watched or may not be seen in chat. */
export interface Suspicion {
  readonly status: 'ACTIVE_MONITORING' | 'RESTRICTED';
  readonly moderatorId: string;
  readonly at: number;
}

/** What a banned chatter writes to be let in again. */
export interface UnbanRequest {
  readonly id: string;
  readonly userId: string;
  readonly text: string;
  readonly createdAt: number;
  status: 'pending' | 'approved' | 'denied' | 'acknowledged' | 'canceled';
  moderatorId: string;
  resolvedAt: number | undefined;
  resolution: string;
}

/** The safety of every channel of a world. */
export class Safety {
  readonly held = new Map<string, HeldMessage>();
  readonly #world: World;
  readonly #automod = new Map<string, AutomodSettings>();
  readonly #terms = new Map<string, BlockedTerm[]>();
  readonly #shields = new Map<string, Shield>();
  readonly #warnings = new Map<string, Warning>();
  readonly #suspicions = new Map<string, Suspicion>();
  readonly #requests = new Map<string, UnbanRequest[]>();
  /** Channels that take no requests to be unbanned. */
  readonly noUnbanRequests = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  automodOf(channelId: string): AutomodSettings {
    const found = this.#automod.get(channelId) ?? {
      overall: null,
      levels: Object.fromEntries(automodTopics.map((topic) => [topic, 0])) as AutomodSettings['levels'],
    };
    this.#automod.set(channelId, found);
    return found;
  }

  /** Whether AutoMod lets a text through: at level 0 everything passes, above it the stage's own bad words do not. */
  permits(channelId: string, text: string): boolean {
    const { levels } = this.automodOf(channelId);
    const bad = /\b(idiot|moron|shut up)\b/i.test(text);
    return !bad || Math.max(levels.bullying, levels.aggression, levels.swearing) === 0;
  }

  /** AutoMod holds a message of `saying.from`. */
  hold(channel: string, saying: Saying, category = 'bullying', level = 2): HeldMessage {
    const held: HeldMessage = {
      id: saying.id ?? crypto.randomUUID(),
      channelId: this.#world.user(channel).id,
      user: this.#world.user(saying.from),
      text: saying.text,
      at: this.#world.clock.now(),
      category,
      level,
      status: 'held',
    };
    this.held.set(held.id, held);
    this.#world.events.emit('held', held);
    return held;
  }

  /** A moderator decides about a held message; an approved one is said. */
  decide(held: HeldMessage, by: string, approved: boolean): void {
    held.status = approved ? 'approved' : 'denied';
    this.#world.events.emit('decided', { held, by: this.#world.user(by) });
    if (approved) this.#world.say(held.channelId, { from: held.user.id, text: held.text, id: held.id });
  }

  termsOf(channelId: string): readonly BlockedTerm[] {
    return this.#terms.get(channelId) ?? [];
  }

  /** Blocks a term; one that is blocked already is found again. */
  block(channelId: string, text: string, moderatorId: string): BlockedTerm {
    const terms = this.#terms.get(channelId) ?? [];
    this.#terms.set(channelId, terms);
    const found = terms.find((term) => term.text.toLowerCase() === text.toLowerCase());
    if (found) return found;
    const term = { id: crypto.randomUUID(), text, moderatorId, at: this.#world.clock.now() };
    terms.unshift(term);
    return term;
  }

  unblock(channelId: string, termId: string): void {
    const kept = this.termsOf(channelId).filter((term) => term.id !== termId);
    this.#terms.set(channelId, kept);
  }

  /** Whether a text holds a blocked term; `*` at a term's ends stands for the rest of a word. */
  blocked(channelId: string, text: string): boolean {
    return this.termsOf(channelId).some(({ text: term }) => {
      const inside = term.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', String.raw`\S*`);
      return new RegExp(`(^|\\s)${inside}($|\\s)`, 'i').test(text);
    });
  }

  shieldOf(channelId: string): Shield | undefined {
    return this.#shields.get(channelId);
  }

  setShield(channelId: string, active: boolean, moderatorId: string): Shield {
    const before = this.#shields.get(channelId);
    const lastActivatedAt = active ? this.#world.clock.now() : (before?.lastActivatedAt ?? 0);
    const shield: Shield = { active, moderatorId, lastActivatedAt };
    this.#shields.set(channelId, shield);
    if ((before?.active ?? false) !== active) this.#world.events.emit('shield', { channelId, shield });
    return shield;
  }

  /** The warning that somebody has not acknowledged yet. */
  openWarning(channelId: string, userId: string): Warning | undefined {
    const warning = this.#warnings.get(`${channelId} ${userId}`);
    return warning?.acknowledged === false ? warning : undefined;
  }

  warn(channelId: string, userId: string, moderatorId: string, reason: string): Warning {
    const warning: Warning = { reason, moderatorId, at: this.#world.clock.now(), acknowledged: false };
    this.#warnings.set(`${channelId} ${userId}`, warning);
    this.#world.events.emit('warned', {
      channelId,
      user: this.#world.user(userId),
      by: this.#world.user(moderatorId),
      reason,
    });
    return warning;
  }

  /** The chatter acknowledges their warning. */
  acknowledge(channel: string, who: string): void {
    const channelId = this.#world.user(channel).id;
    const user = this.#world.user(who);
    const warning = this.openWarning(channelId, user.id);
    if (!warning) return;
    warning.acknowledged = true;
    this.#world.events.emit('acknowledged', { channelId, user });
  }

  suspicionOf(channelId: string, userId: string): Suspicion | undefined {
    return this.#suspicions.get(`${channelId} ${userId}`);
  }

  /** Sets how somebody is treated; nothing = as everybody else. */
  suspect(channelId: string, userId: string, moderatorId: string, status?: Suspicion['status']): void {
    const key = `${channelId} ${userId}`;
    if (status === undefined) this.#suspicions.delete(key);
    else this.#suspicions.set(key, { status, moderatorId, at: this.#world.clock.now() });
    this.#world.events.emit('suspected', {
      channelId,
      user: this.#world.user(userId),
      by: this.#world.user(moderatorId),
      status: status ?? 'NO_TREATMENT',
    });
  }

  requestsOf(channelId: string): readonly UnbanRequest[] {
    return this.#requests.get(channelId) ?? [];
  }

  /** A banned chatter asks to be let in again. */
  requestUnban(channel: string, who: string, text: string): UnbanRequest {
    const channelId = this.#world.user(channel).id;
    const request: UnbanRequest = {
      id: crypto.randomUUID(),
      userId: this.#world.user(who).id,
      text,
      createdAt: this.#world.clock.now(),
      status: 'pending',
      moderatorId: '',
      resolvedAt: undefined,
      resolution: '',
    };
    this.#requests.set(channelId, [request, ...this.requestsOf(channelId)]);
    this.#world.events.emit('unbanRequested', { channelId, request });
    return request;
  }

  /** A moderator decides about a request; an approved one lifts the ban. */
  resolve(
    channelId: string,
    request: UnbanRequest,
    status: 'approved' | 'denied',
    moderatorId: string,
    resolution: string,
  ): void {
    request.status = status;
    request.moderatorId = moderatorId;
    request.resolvedAt = this.#world.clock.now();
    request.resolution = resolution;
    if (status === 'approved') this.#world.unban(channelId, request.userId, moderatorId);
    this.#world.events.emit('unbanResolved', { channelId, request });
  }
}
