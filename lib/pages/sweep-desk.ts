/** What the sweep in a stream page asks of the background. The entrypoint fills it in. */
import type { Failure } from '../failure.ts';
import type { Target } from '../moderation/action.ts';
import type { SweepChange, SweepKind, SweepNews } from '../moderation/sweep/sweep.ts';

/** A sweep as it is asked for. Its id and those of its items are made before it is confirmed. */
export interface SweepAsked {
  readonly id: string;
  readonly kind: SweepKind;
  readonly seconds?: number;
  readonly reason?: string;
  readonly items: readonly {
    readonly id: string;
    readonly target: Target;
    readonly messageId?: string;
    readonly quote?: string;
  }[];
}

/** The background, as the sweep sees it. Every call rejects with a `FailureError`. */
export interface SweepDesk {
  /** The same id twice is one sweep. */
  readonly start: (asked: SweepAsked) => Promise<SweepNews>;
  /** The sweep that runs in the channel, or the last one. */
  readonly read: () => Promise<SweepNews | undefined>;
  readonly change: (id: string, change: SweepChange) => Promise<SweepNews | undefined>;
  /** Lets the user do on the platform's page what `failure` waits for; absent where there is no such thing. */
  readonly unlock?: (failure: Failure) => Promise<unknown>;
}
