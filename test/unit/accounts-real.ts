/**
 * The accounts over what they stand on in the product: the vault in IndexedDB, the session's storage, the browser's locks,
 * Twitch's way in, and the stage's own authority behind it. Lives of the worker can be cut off at every call to the disk, to
 * the session and to Twitch.
 */
import type { ServerResponse } from 'node:http';
import * as z from 'zod/mini';

import { type Accounts, createAccounts } from '../../lib/accounts/accounts.ts';
import { attemptSchema } from '../../lib/accounts/attempt.ts';
import type { OpenConsent } from '../../lib/accounts/consent.ts';
import { createStoredVault } from '../../lib/accounts/stored-vault.ts';
import type { Vault } from '../../lib/accounts/vault.ts';
import { createConnection, type Database, openDatabase } from '../../lib/store/database.ts';
import { createRecords } from '../../lib/store/records.ts';
import { createSession } from '../../lib/store/session.ts';
import { createWriteQueue, type Locks } from '../../lib/store/write-queue.ts';
import type { Fetch } from '../../lib/twitch/oauth/token.ts';
import { twitchWay } from '../../lib/twitch/oauth/way.ts';
import { idHost } from '../stage/oauth/host.ts';
import { World } from '../stage/world/world.ts';
import type { Cut } from './accounts-world.ts';
import { type MemoryArea, memoryArea } from './store-memory-area.ts';

const redirectUri = 'https://a.chromiumapp.org/';
const scopes = ['user:read:follows'];

/** Twitch: the stage's world with one user and one application, and what was asked of it. */
export class Twitch {
  readonly world = new World();
  readonly userId: string;
  /** Refresh tokens in the order in which they were shown. */
  readonly shown: string[] = [];
  /** Consent pages that the user saw. */
  windows = 0;
  readonly #codes: string[] = [];
  readonly kind: 'confidential' | 'public';

  constructor(kind: 'confidential' | 'public') {
    this.kind = kind;
    const user = this.world.addUser({ login: 'ann', displayName: 'Ann' });
    this.userId = user.id;
    this.world.auth.apps.set('client', {
      clientId: 'client',
      name: 'Sidestage',
      kind,
      redirectUris: [redirectUri],
    });
    this.world.auth.logins = ['ann'];
    this.world.auth.signedIn = 'ann';
  }

  #ask(address: string, method: string, headers: Record<string, string>, body: string) {
    const said: { status: number; location?: string; body: string } = { status: 0, body: '' };
    const response = {
      writeHead: (status: number, given?: { readonly location?: string }) => {
        said.status = status;
        if (given?.location !== undefined) said.location = given.location;
      },
      end: (text = '') => {
        said.body = text;
      },
    };
    const url = new URL(address);
    const asked = { host: url.host, method, url, headers, body, request: {} as never };
    idHost({ ...asked, response: response as unknown as ServerResponse }, this.world);
    return said;
  }

  readonly fetch: Fetch = async (address, { method = 'GET', headers, body } = {}) => {
    await Promise.resolve();
    const form = body instanceof URLSearchParams ? body.toString() : '';
    const refresh = new URLSearchParams(form).get('refresh_token');
    if (refresh !== null) this.shown.push(refresh);
    const given = Object.fromEntries([...new Headers(headers)].map(([name, value]) => [name, value]));
    const said = this.#ask(address, method, given, form);
    const code = /"user_code":"([A-Z]+)"/.exec(said.body)?.[1];
    if (code !== undefined) this.#codes.push(code);
    return new Response(said.body, { status: said.status });
  };

  readonly openConsent: OpenConsent = async (url, interactive) => {
    await Promise.resolve();
    const silent = this.#ask(url, 'GET', {}, '');
    if (silent.location !== undefined) return { redirectedTo: silent.location };
    if (!interactive) return { stopped: 'needs-user' };
    this.windows += 1;
    const ticket = /name="ticket" value="([^"]+)"/.exec(silent.body)?.[1] ?? '';
    const form = new URLSearchParams({ ticket, login: 'ann', decision: 'authorize' });
    const { location } = this.#ask(url, 'POST', {}, form.toString());
    return location === undefined ? { stopped: 'closed' } : { redirectedTo: location };
  };

  /** The user confirms every code that waits. */
  confirm(): void {
    for (const code of this.#codes) {
      const grant = this.world.auth.deviceByUserCode(code);
      if (grant) grant.state = { userId: this.userId };
    }
  }

  /** Access tokens that still open something. */
  good(): string[] {
    const { auth } = this.world;
    return [...auth.issued].filter((token) => auth.token(token) !== undefined);
  }
}

/** What outlives a life of the worker, beside the database. */
export class Browser {
  readonly session: MemoryArea = memoryArea();
  readonly local: MemoryArea = memoryArea();

  /** The vault as whoever comes next finds it. */
  vault(): Vault {
    return this.#vault(createConnection(), this.session, this.local);
  }

  #vault(
    connection: ReturnType<typeof createConnection>,
    session: Pick<MemoryArea, 'get' | 'set' | 'remove'>,
    local: Pick<MemoryArea, 'get' | 'set' | 'remove'>,
    locks: Locks | null = null,
  ): Vault {
    return createStoredVault({
      records: createRecords({ connection }),
      connection,
      session: createSession(session, createWriteQueue('session', locks)),
      active: {
        read: async () => (await local.get('active'))['active'] as string | undefined,
        write: (id) => (id === undefined ? local.remove(['active']) : local.set({ active: id })),
      },
      now: Date.now,
    });
  }

  /** Starts a life of the worker. */
  live(twitch: Twitch, cut?: Cut): RealLife {
    const steps: string[] = [];
    const waiting = new Set<() => void>();
    const open = new Set<{ abort: () => void }>();
    const never = new Promise<never>(() => undefined);
    let dead = false;
    const isDead = (): boolean => dead;
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const die = (): Promise<never> => {
      dead = true;
      // A transaction whose worker is gone before it was committed is undone.
      for (const transaction of open) {
        try {
          transaction.abort();
        } catch {
          // It was committed.
        }
      }
      end();
      return never;
    };

    /** One call to the outside; the life may end before it is made, or when it has been answered. */
    async function step<T>(name: string, call: () => Promise<T>): Promise<T> {
      if (dead) return never;
      steps.push(name);
      const isLast = cut?.at === steps.length;
      if (isLast && cut.when === 'before') return die();
      const result = await call();
      return isLast ? die() : isDead() ? never : result;
    }

    const watched = <Port extends object>(name: string, port: Port, methods: readonly string[]): Port =>
      new Proxy(port, {
        get: (target, key): unknown => {
          const method: unknown = Reflect.get(target, key, target);
          if (typeof method !== 'function') return method;
          const call = (...args: unknown[]): unknown => Reflect.apply(method, target, args);
          if (!methods.includes(String(key))) return call;
          return (...args: unknown[]) => step(`${name}.${String(key)}`, () => Promise.resolve(call(...args)));
        },
      });

    const watchedStore = <Store extends object>(store: Store, name: string): Store =>
      watched(`disk.${name}`, store, ['get', 'put', 'delete', 'openCursor']);

    const watchedTransaction = <T extends { abort: () => void; done: Promise<void> }>(transaction: T): T => {
      open.add(transaction);
      transaction.done.then(
        () => open.delete(transaction),
        () => open.delete(transaction),
      );
      return new Proxy(transaction, {
        get: (target, key): unknown => {
          if (key === 'done') return step('disk.commit', () => target.done);
          const found: unknown = Reflect.get(target, key, target);
          if (key === 'objectStore')
            return (name: string): unknown =>
              watchedStore(Reflect.apply(found as (name: string) => object, target, [name]), name);
          if (key === 'store') return watchedStore(found as object, 'list');
          return typeof found === 'function' ? found.bind(target) : found;
        },
      });
    };

    const connection = createConnection(async (options) => {
      const database = await openDatabase(options);
      const disk = watched('disk', database, ['get', 'put', 'delete']);
      return new Proxy(disk, {
        get: (target, key): unknown => {
          if (key !== 'transaction') return Reflect.get(target, key, target);
          return (...args: Parameters<Database['transaction']>) =>
            watchedTransaction(database.transaction(...args) as never);
        },
      });
    });
    // The browser's own locks; one goes with the life that holds it.
    const locks: Locks = {
      request: <T>(name: string, job: () => Promise<T>): Promise<T> =>
        navigator.locks.request(name, () => Promise.race([job(), gone<T>(ended)])),
    };
    const area = ['get', 'set', 'remove'];
    const session = watched('session', this.session, area);
    const vault = this.#vault(connection, session, watched('local', this.local, area), locks);
    const accounts = createAccounts({
      vault,
      way: twitchWay({
        fetch: (address, init) =>
          step(`fetch ${new URL(address).pathname}`, () => twitch.fetch(address, init)),
        openConsent: (url, interactive) => step('window', () => twitch.openConsent(url, interactive)),
        redirectUri: () => redirectUri,
        now: () => twitch.world.clock.now(),
        client: () => Promise.resolve({ id: 'client', kind: twitch.kind }),
        profile: (_grant, login) => Promise.resolve({ name: login }),
      }),
      firstScopes: scopes,
      attempt: createSession(session, createWriteQueue('attempt', locks)).value('signIn', attemptSchema),
      channels: {
        read: async () =>
          z.catch(z.record(z.string(), z.string()), {}).parse((await this.local.get('channels'))['channels']),
        write: (choice) => this.local.set({ channels: choice }),
      },
      alarm: {
        set: () => step('alarm.set', () => Promise.resolve()),
        clear: () => step('alarm.clear', () => Promise.resolve()),
      },
      showCode: () => step('tab', () => Promise.resolve()),
      sleep: (_ms, signal) =>
        new Promise((resolve, reject) => {
          waiting.add(resolve);
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        }),
      exclusively: (name, job) => locks.request(name, job),
      now: () => twitch.world.clock.now(),
      changed: () => Promise.resolve(),
    });
    return {
      accounts,
      steps,
      ended,
      tick: () => {
        for (const go of [...waiting]) go();
        waiting.clear();
      },
    };
  }
}

/** Rejects once `ended` resolves, so that what waits for it is let go. */
const gone = <T>(ended: Promise<void>): Promise<T> =>
  ended.then(() => {
    throw new Error('this life has ended');
  });

/** One life of the worker. */
export interface RealLife {
  readonly accounts: Accounts;
  /** Names of the calls to the outside so far. */
  readonly steps: readonly string[];
  /** Resolves when this life was cut off. */
  readonly ended: Promise<void>;
  /** Lets the time pass for which a sign-in by code waits. */
  readonly tick: () => void;
}
