/** The form of one row of a table of settings. */
import type { Shape, ValueOf } from './settings-shape.ts';

/** The sections of the options page. */
export type SettingGroup = 'appearance' | 'language' | 'twitch' | 'moderation' | 'live' | 'notifications';

/** One row of the table. */
export interface Setting<S extends Shape = Shape> {
  readonly group: SettingGroup;
  readonly shape: S;
  readonly default: ValueOf<S>;
  /** What it is, for the inventory and for readers of this table; forms have their own words in every language. */
  readonly what: string;
  /** It holds in this browser alone: it is in no file and no sync, so that nobody else's hand sets it here. */
  readonly onlyHere?: true;
}

/** A row. */
export const setting = <S extends Shape>(row: Setting<S>): Setting<S> => row;
