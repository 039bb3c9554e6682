/** Who is logged in to Naver in which browser, as far as CHZZK knows. */
import { randomUUID } from 'node:crypto';

/** Somebody on CHZZK. */
export interface ChzzkUser {
  /** 32 hexadecimal digits; of a streamer, also the channel's id. */
  readonly userIdHash: string;
  readonly nickname: string;
}

/** Naver's cookies for the pages and APIs of `.naver.com`; no script of a page can read them. */
const names = { aut: 'NID_AUT', ses: 'NID_SES' } as const;

/** The log-ins of one stage. */
export class Naver {
  /** Who logs in next. */
  user: ChzzkUser = { userIdHash: 'c0000000000000000000000000000001', nickname: '방송인01' };
  readonly #sessions = new Map<string, ChzzkUser>();

  /** Logs {@link user} in: the cookies to set. */
  logIn(): string[] {
    const session = randomUUID();
    this.#sessions.set(session, this.user);
    const cookie = (name: string, value: string): string =>
      `${name}=${value}; Domain=.naver.com; Path=/; Secure; HttpOnly`;
    return [cookie(names.aut, randomUUID()), cookie(names.ses, session)];
  }

  /** Ends every log-in, wherever it was made. */
  logOut(): void {
    this.#sessions.clear();
  }

  /** Whose the cookies of a request are. Both are needed. */
  userOf(cookies: string | undefined): ChzzkUser | undefined {
    const sent = new Map(
      (cookies ?? '').split(/;\s*/).map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [name, value.join('=')] as const;
      }),
    );
    return sent.has(names.aut) ? this.#sessions.get(sent.get(names.ses) ?? '') : undefined;
  }
}
