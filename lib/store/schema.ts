/**
 * What the database `sidestage` of the extension's own origin holds. Content scripts cannot reach it.
 */
import type { DBSchema } from 'idb';

import type { Platform } from '../chat/message.ts';
import type { LiveSnapshot } from '../live/stream.ts';
import type { LogEntry } from '../moderation/action.ts';
import type { PersonRecord } from '../people/person.ts';
import type { LineRecord } from './chat-log.ts';
import type { Sealed } from './seal.ts';

/** An account that signed in. Its tokens are never in the clear here. */
export interface AccountRecord {
  /** Our own id, `twitch:<user id>`. */
  readonly id: string;
  readonly platform: Platform;
  readonly userId: string;
  readonly login: string;
  readonly name: string;
  readonly avatarUrl?: string;
  readonly scopes: readonly string[];
  readonly declined?: readonly string[];
  readonly state: 'ok' | 'expired';
  /** When it signed in first, Unix epoch milliseconds. */
  readonly addedAt: number;
  /** What must outlive the browser: a refresh token, or an implicit token that is still valid. */
  readonly sealed?: Sealed;
}

/** A key that can be used but not read, not even by us. */
export interface KeyRecord {
  readonly id: string;
  readonly key: CryptoKey;
}

/** Work that was written down before it began, so that whoever wakes next can finish it. */
export interface PendingWork {
  readonly id: string;
  /** Which worker knows how to go on, such as `undo`. */
  readonly kind: string;
  /** Unix epoch milliseconds. */
  readonly startedAt: number;
  /** What that worker needs; it parses this itself. */
  readonly data: unknown;
}

/** A record that could not be understood, put aside as it was found. */
export interface QuarantinedRecord {
  readonly id: string;
  readonly store: RecordStore;
  readonly key: IDBValidKey;
  /** When it was put aside, Unix epoch milliseconds. */
  readonly at: number;
  /** The first field that did not fit, and how. */
  readonly why: string;
  readonly record: unknown;
  /** When the user dismissed the notice, Unix epoch milliseconds. */
  readonly dismissedAt?: number;
}

/** The stores and their indexes, in the newest version. */
export interface SidestageSchema extends DBSchema {
  accounts: { key: string; value: AccountRecord };
  keys: { key: string; value: KeyRecord };
  live: { key: string; value: LiveSnapshot };
  actions: {
    key: string;
    value: LogEntry;
    indexes: {
      byTime: number;
      byChannel: [platform: string, channel: string, at: number];
      byTarget: [platform: string, login: string, at: number];
      byTargetId: [platform: string, id: string, at: number];
      /** Only of those of which it is not known that they were done. */
      byState: [state: string, at: number];
    };
  };
  people: {
    key: string;
    value: PersonRecord;
    indexes: { byTime: number; byLogin: [platform: string, login: string] };
  };
  pending: { key: string; value: PendingWork; indexes: { byKind: string } };
  quarantine: { key: string; value: QuarantinedRecord };
  /** The log of chat messages: too many to be parsed one by one, so that they are no records. */
  lines: {
    key: [room: string, id: string];
    value: LineRecord;
    indexes: { byChatter: [room: string, who: string, at: number]; byTime: number };
  };
}

/** A store whose records are parsed when they are read. */
export type RecordStore = 'accounts' | 'keys' | 'live' | 'actions' | 'people' | 'pending';

/** The record that `Name` holds. */
export type RecordOf<Name extends RecordStore> = SidestageSchema[Name]['value'];
