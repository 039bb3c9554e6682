/** Making management calls. What changes something goes out from a tab of CHZZK's; the client only knows that as a fetch. */
import { fail, failureOf } from '../../failure.ts';
import { failureFrom, type Fetch, type Said, sent } from '../ask.ts';
import { type ContentOf, type InputOf, isWrite, type ManageCall, toRequest } from './call.ts';
import { roleCalls } from './roles.ts';

/** What {@link createManageClient} needs. */
export interface ManageClientParts {
  /** Asks without changing anything. */
  readonly read: Fetch;
  /** Makes a request from a page of CHZZK's. @throws FailureError `chzzk-no-tab` */
  readonly write: (from: ManageCall['from'], channelId: string) => Fetch;
  readonly online: () => boolean;
  /** Waits between the question that warms a session and the call that was refused; CHZZK needs a moment. */
  readonly settle: () => Promise<void>;
}

/** See the file's head. */
export interface ManageClient {
  /**
   * Makes a call. What was changed and answered with yes is done, whatever else the answer says; then `undefined` comes.
   *
   * @throws FailureError `bad-input` (nothing was sent), `chzzk-logged-out`, `chzzk-no-tab`, `chzzk-no-role`,
   *   `outcome-unknown` (a change without a clear answer), and as `ask`
   */
  readonly send: <Row extends ManageCall>(
    row: Row,
    channelId: string,
    input?: Partial<InputOf<Row>>,
  ) => Promise<ContentOf<Row>>;
}

/** Whether it is no answer of CHZZK's to what was asked: its server broke, or somebody's page stands in its place. */
const isTrouble = ({ code, isBare }: Said): boolean =>
  (code >= 500 && code < 600) || (isBare === true && code < 300);

/** Makes the client. */
export function createManageClient({ read, write, online, settle }: ManageClientParts): ManageClient {
  /** `undefined`: CHZZK does not say what one may do there. */
  async function permissions(fetch: Fetch, channelId: string): Promise<readonly string[] | undefined> {
    const request = toRequest(roleCalls.mine, channelId, {});
    const said = await sent(fetch, request.url);
    const role = roleCalls.mine.content.safeParse(said.content);
    return said.code === 200 && role.success ? (role.data.permissions ?? []) : undefined;
  }

  return {
    async send(row, channelId, input = {}) {
      const { url, ...init } = toRequest(row, channelId, input);
      const fetch = isWrite(row) ? write(row.from, channelId) : read;
      const once = async (): Promise<Said> => {
        try {
          return await sent(fetch, url, init);
        } catch (error) {
          const { code } = failureOf(error);
          const isLost = isWrite(row) && (code === 'timeout' || (code === 'offline' && online()));
          if (isLost) return fail({ code: 'outcome-unknown' });
          throw error;
        }
      };

      let said = await once();
      if (said.code === 403) {
        // No role, or a session that CHZZK has not warmed up to: this question tells, and warms.
        const may = await permissions(fetch, channelId);
        if (may !== undefined && !may.includes(row.needs)) fail({ code: 'chzzk-no-role' });
        await settle();
        said = await once();
      }
      // Trouble may have come after it was done.
      if (isWrite(row) && isTrouble(said)) return fail({ code: 'outcome-unknown' });
      if (said.code !== 200) return fail(failureFrom(said));
      if (said.isBare) return fail({ code: 'upstream-changed', path: 'code' });
      const content = row.content.safeParse(said.content);
      if (content.success) return content.data as ContentOf<typeof row>;
      if (isWrite(row)) return undefined as ContentOf<typeof row>;
      return fail({
        code: 'upstream-changed',
        path: ['content', ...(content.error.issues[0]?.path ?? [])].join('.'),
      });
    },
  };
}
