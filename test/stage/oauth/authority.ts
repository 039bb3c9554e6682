/**
 * Apps, consents and tokens: who may do what in whose name, and until when. It knows no HTTP.
 */
import type { Clock } from '../world/clock.ts';
import { randomText } from '../world/ids.ts';

/** An app that is registered with the stage. */
export interface App {
  readonly clientId: string;
  readonly name: string;
  readonly kind: 'confidential' | 'public';
  /** Exact addresses, in the order of the console. */
  redirectUris: readonly string[];
  readonly secret?: string;
}

/** An access token. An app token has no user. */
export interface Token {
  readonly token: string;
  readonly clientId: string;
  readonly userId?: string;
  readonly scopes: readonly string[];
  readonly flow: 'implicit' | 'device' | 'client-credentials';
  readonly expiresAt: number;
}

interface RefreshToken {
  readonly token: string;
  readonly clientId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  spent: boolean;
}

/** A device flow under way. */
export interface DeviceGrant {
  readonly deviceCode: string;
  readonly userCode: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
  state: 'pending' | 'denied' | 'used' | { readonly userId: string };
}

/** How long things live, in seconds. */
export interface Lifetimes {
  readonly implicit: number;
  readonly device: number;
  readonly app: number;
  readonly refreshIdle: number;
  readonly deviceCode: number;
  /** How often a device may ask. */
  readonly interval: number;
}

/** The lifetimes that Twitch states; an implicit token's is not stated with one voice. */
export const twitchLifetimes: Lifetimes = {
  implicit: 60 * 86_400,
  device: 4 * 3_600,
  app: 60 * 86_400,
  refreshIdle: 30 * 86_400,
  deviceCode: 1_800,
  interval: 5,
};

/** What a flow hands out. */
export interface Granted {
  readonly token: Token;
  readonly refreshToken?: string;
}

/** The stage's authority over apps and tokens. */
export class Authority {
  readonly apps = new Map<string, App>();
  /** Every access and refresh token and device code ever handed out, so that tests can look for leaks. */
  readonly issued = new Set<string>();
  lifetimes: Lifetimes = twitchLifetimes;
  /** The user who is logged in to Twitch in this browser; none = the log-in choice comes first. */
  signedIn: string | undefined;
  /** Logins that the consent page offers. */
  logins: string[] = [];
  readonly #clock: Clock;
  readonly #tokens = new Map<string, Token>();
  readonly #refresh = new Map<string, RefreshToken>();
  readonly #devices = new Map<string, DeviceGrant>();
  /** `client user` → scopes that were agreed to. */
  readonly #consents = new Map<string, Set<string>>();
  readonly #watchers = new Set<(clientId: string, userId: string) => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Calls `watcher` whenever a user's tokens of an app end before their time. */
  onRevoked(watcher: (clientId: string, userId: string) => void): void {
    this.#watchers.add(watcher);
  }

  // Consents

  /** Whether the user has agreed to all of `scopes` for the app. */
  consented(clientId: string, userId: string, scopes: readonly string[]): boolean {
    const given = this.#consents.get(`${clientId} ${userId}`);
    return given !== undefined && scopes.every((scope) => given.has(scope));
  }

  /** The scopes that the user has agreed to for the app; none when they never did. */
  consentOf(clientId: string, userId: string): readonly string[] | undefined {
    const given = this.#consents.get(`${clientId} ${userId}`);
    return given && [...given];
  }

  consent(clientId: string, userId: string, scopes: readonly string[]): void {
    const key = `${clientId} ${userId}`;
    this.#consents.set(key, new Set([...(this.#consents.get(key) ?? []), ...scopes]));
  }

  /** The user takes the app off their connections: consent and tokens end. */
  disconnect(clientId: string, userId: string): void {
    this.#consents.delete(`${clientId} ${userId}`);
    this.#end((held) => held.clientId === clientId && held.userId === userId);
    for (const watcher of this.#watchers) watcher(clientId, userId);
  }

  /** Ends every token of a user, as a changed password does. Consents stay. */
  endTokensOf(userId: string): void {
    this.#end((held) => held.userId === userId);
    for (const clientId of this.apps.keys()) for (const watcher of this.#watchers) watcher(clientId, userId);
  }

  #end(which: (held: { clientId: string; userId?: string }) => boolean): void {
    for (const token of this.#tokens.values()) if (which(token)) this.#tokens.delete(token.token);
    for (const token of this.#refresh.values()) if (which(token)) this.#refresh.delete(token.token);
  }

  // Tokens

  /** Hands out an access token. */
  issue(given: Omit<Token, 'token' | 'expiresAt'>, seconds = this.#lifetime(given.flow)): Token {
    const token: Token = { ...given, token: randomText(30), expiresAt: this.#clock.now() + seconds * 1000 };
    this.#tokens.set(token.token, token);
    this.issued.add(token.token);
    return token;
  }

  #lifetime(flow: Token['flow']): number {
    return flow === 'client-credentials' ? this.lifetimes.app : this.lifetimes[flow];
  }

  /** The token, if it holds now. */
  token(text: string): Token | undefined {
    const token = this.#tokens.get(text);
    return token && token.expiresAt > this.#clock.now() ? token : undefined;
  }

  /** Ends one token. Answers whether there was one of this app. */
  revoke(clientId: string, text: string): boolean {
    if (this.#refresh.get(text)?.clientId === clientId) return this.#refresh.delete(text);
    return this.token(text)?.clientId === clientId && this.#tokens.delete(text);
  }

  #issueRefresh(given: Omit<RefreshToken, 'token' | 'expiresAt' | 'spent'>): string {
    const token = randomText(50);
    const expiresAt = this.#clock.now() + this.lifetimes.refreshIdle * 1000;
    this.#refresh.set(token, { ...given, token, expiresAt, spent: false });
    this.issued.add(token);
    return token;
  }

  /** Trades a refresh token for a new pair; each can be traded once. */
  refresh(clientId: string, text: string): Granted | undefined {
    const held = this.#refresh.get(text);
    if (!held || held.spent || held.clientId !== clientId || held.expiresAt <= this.#clock.now())
      return undefined;
    held.spent = true;
    const { userId, scopes } = held;
    return {
      token: this.issue({ clientId, userId, scopes, flow: 'device' }),
      refreshToken: this.#issueRefresh({ clientId, userId, scopes }),
    };
  }

  // Device flow

  startDevice(clientId: string, scopes: readonly string[]): DeviceGrant {
    const letters = 'BCDFGHJKLMNPQRSTVWXZ';
    const grant: DeviceGrant = {
      deviceCode: randomText(40),
      userCode: Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => letters[byte % 20]).join(''),
      clientId,
      scopes,
      expiresAt: this.#clock.now() + this.lifetimes.deviceCode * 1000,
      state: 'pending',
    };
    this.#devices.set(grant.deviceCode, grant);
    this.issued.add(grant.deviceCode);
    return grant;
  }

  /** The device flow that waits for this user code. */
  deviceByUserCode(userCode: string): DeviceGrant | undefined {
    const wanted = userCode.replaceAll(/[^A-Za-z]/g, '').toUpperCase();
    const grant = [...this.#devices.values()].findLast((one) => one.userCode === wanted);
    return grant?.state === 'pending' && grant.expiresAt > this.#clock.now() ? grant : undefined;
  }

  /** What the device gets when it asks: tokens once, `pending` before, `invalid` ever after. */
  pollDevice(clientId: string, deviceCode: string): Granted | 'pending' | 'invalid' {
    const grant = this.#devices.get(deviceCode);
    if (grant?.clientId !== clientId || grant.expiresAt <= this.#clock.now()) return 'invalid';
    if (grant.state === 'pending') return 'pending';
    if (typeof grant.state === 'string') return 'invalid';
    const { userId } = grant.state;
    grant.state = 'used';
    const { scopes } = grant;
    return {
      token: this.issue({ clientId, userId, scopes, flow: 'device' }),
      refreshToken: this.#issueRefresh({ clientId, userId, scopes }),
    };
  }
}
