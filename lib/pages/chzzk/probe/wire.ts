/** What the probe tells of CHZZK's pages. */

/** What React's props say about one message. `at` is Unix epoch milliseconds. */
export interface SaidFacts {
  /** 32 hexadecimal digits. */
  readonly userId: string;
  readonly at: number;
  readonly name?: string;
  /** The words as they were sent: emoji as `{:name:}`. */
  readonly text?: string;
  /** CHZZK's own name for what the author is in the channel. */
  readonly role?: string;
  /** CHZZK has made sure who it is. */
  readonly verified?: boolean;
  /** CHZZK's number for what it is; 1 is a plain message. */
  readonly type?: number;
  /** The channel in whose chat it was said. */
  readonly channelId?: string;
}

/**
 * The probe's answer: every message that is found in a row's props. CHZZK draws one row for one message after the other, and
 * React keeps the props of the last time beside those of now; which of them is on the screen only the screen tells.
 */
export interface Facts {
  readonly said: readonly SaidFacts[];
}
