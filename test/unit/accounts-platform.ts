/** A platform for tests of the accounts: it keeps account of every token. */
import type { Account, Grant } from '../../lib/accounts/account.ts';
import type { ConsentRequest, SignInWay, WayIn } from '../../lib/accounts/way.ts';
import { fail, type Failure } from '../../lib/failure.ts';

interface Issued {
  readonly user: string;
  readonly scopes: readonly string[];
  state: 'good' | 'spent' | 'revoked';
}

/** The platform: who is logged in there, what they agree to, and which tokens hold. */
export class Platform {
  offer: WayIn | undefined = 'window';
  /** Who is logged in to the platform, and would agree. */
  user = 'ann';
  /** What the user says to the next question. */
  answer: 'agree' | 'deny' | 'close' = 'agree';
  /** What the network does with the next calls. */
  trouble: Failure['code'] | undefined;
  /** Life of an access token, ms. */
  life: number | undefined;
  now = 1_000_000;
  /** Windows that were opened, and are open now. */
  windows = { opened: 0, open: 0, most: 0 };
  /** Codes by device code; `undefined` while the user has not decided. */
  readonly codes = new Map<
    string,
    { scopes: readonly string[]; until: number; decided?: 'agree' | 'deny'; used?: boolean }
  >();
  /** How long an answer about a code is on its way, ms. */
  askTakes = 0;
  readonly tokens = new Map<string, Issued>();
  /** Refresh tokens that were shown to the platform, in order; a second time is a theft or a fault. */
  readonly shown: string[] = [];
  readonly agreed = new Map<string, Set<string>>();
  #last = 0;

  #issue(user: string, scopes: readonly string[]): string {
    const token = `token-${++this.#last}`;
    this.tokens.set(token, { user, scopes, state: 'good' });
    return token;
  }

  #meet(): void {
    if (this.trouble) fail({ code: this.trouble } as Failure);
  }

  #grant(kind: Grant['kind'], scopes: readonly string[], user = this.user): Grant {
    const access = {
      clientId: 'c',
      accessToken: this.#issue(user, scopes),
      ...(this.life === undefined ? {} : { expiresAt: this.now + this.life }),
    };
    return kind === 'implicit'
      ? { kind, ...access }
      : { kind, ...access, refreshToken: this.#issue(user, scopes) };
  }

  #consent({ scopes, interactive, another }: ConsentRequest): Grant {
    this.#meet();
    const before = this.agreed.get(this.user) ?? new Set();
    const known = scopes.every((scope) => before.has(scope)) && this.agreed.has(this.user);
    if (interactive && !(known && !another)) {
      this.windows.opened += 1;
      if (this.answer === 'close') fail({ code: 'sign-in-closed' });
      if (this.answer === 'deny') fail({ code: 'sign-in-denied' });
    } else if (!known) fail({ code: 'login-expired' });
    this.agreed.set(this.user, new Set([...before, ...scopes]));
    return this.#grant('implicit', scopes);
  }

  readonly way: SignInWay = {
    offers: () => Promise.resolve(this.offer),
    consent: async (request) => {
      await Promise.resolve();
      return this.#consent(request);
    },
    begin: async (scopes) => {
      await Promise.resolve();
      this.#meet();
      const deviceCode = `device-${++this.#last}`;
      const expiresAt = this.now + 1_800_000;
      this.codes.set(deviceCode, { scopes, until: expiresAt });
      return {
        deviceCode,
        userCode: 'ABCDEFGH',
        url: 'https://www.twitch.tv/activate',
        expiresAt,
        intervalMs: 5_000,
        clientId: 'c',
        scopes,
      };
    },
    ask: async ({ deviceCode }) => {
      await Promise.resolve();
      this.#meet();
      this.now += this.askTakes;
      const code = this.codes.get(deviceCode);
      // Twitch has the same words for all of these.
      const isGone = !code || code.used === true || code.decided === 'deny' || this.now >= code.until;
      if (isGone) return fail({ code: 'code-ended', why: 'refused' });
      if (code.decided === undefined) return 'pending';
      code.used = true;
      return this.#grant('device', code.scopes);
    },
    owner: async (grant) => {
      await Promise.resolve();
      this.#meet();
      const issued = this.tokens.get(grant.accessToken);
      if (issued?.state !== 'good') return fail({ code: 'sign-in-mismatch' });
      return { account: accountOf(issued.user, issued.scopes), grant };
    },
    renew: async (account, grant) => {
      await Promise.resolve();
      this.#meet();
      if (grant.kind === 'implicit') {
        const fresh = this.#consent({ scopes: account.scopes, interactive: false });
        return this.user === account.login ? fresh : fail({ code: 'sign-in-mismatch' });
      }
      this.shown.push(grant.refreshToken);
      const issued = this.tokens.get(grant.refreshToken);
      if (issued?.state !== 'good') return fail({ code: 'login-expired' });
      issued.state = 'spent';
      return this.#grant('device', issued.scopes, issued.user);
    },
    check: async ({ accessToken }) => {
      await Promise.resolve();
      this.#meet();
      const issued = this.tokens.get(accessToken);
      if (issued?.state !== 'good') return undefined;
      const { userId, login } = accountOf(issued.user, []);
      return { clientId: 'c', userId, login, scopes: issued.scopes };
    },
    revoke: async (grant) => {
      await Promise.resolve();
      this.#meet();
      for (const token of [grant.accessToken, grant.kind === 'device' ? grant.refreshToken : '']) {
        const issued = this.tokens.get(token);
        if (issued?.state === 'good') issued.state = 'revoked';
      }
    },
  };

  /** A token as one that was handed out while nobody could write down whose it is. */
  tokenFor(user: string, scopes: readonly string[]): string {
    return this.#issue(user, scopes);
  }

  /** The user decides about every code that waits. */
  decide(how: 'agree' | 'deny'): void {
    for (const code of this.codes.values()) code.decided ??= how;
  }

  /** Ends every token of `user`, as a disconnected app does. */
  disconnect(user: string): void {
    this.agreed.delete(user);
    for (const token of this.tokens.values()) if (token.user === user) token.state = 'revoked';
  }

  /** Tokens that would still open something. */
  good(user?: string): string[] {
    return [...this.tokens].flatMap(([token, issued]) =>
      issued.state === 'good' && (user === undefined || issued.user === user) ? [token] : [],
    );
  }
}

const ids: Readonly<Record<string, string>> = { ann: '1', bob: '2' };

/** The account of a user of this platform. */
export function accountOf(user: string, scopes: readonly string[]): Account {
  const userId = ids[user] ?? '9';
  return {
    id: `twitch:${userId}`,
    platform: 'twitch',
    userId,
    login: user,
    name: user.charAt(0).toUpperCase() + user.slice(1),
    scopes,
    state: 'ok',
  };
}
