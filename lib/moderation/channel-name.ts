/** How a channel is named in what the user sets for it: a Twitch login, or CHZZK's id of 32 hexadecimal digits. Pure. */
import { chzzkIdShape, loginShape } from '../id-shapes.ts';

/** Whether `value` can name a channel. */
export const isChannelName = (value: unknown): value is string =>
  typeof value === 'string' && (loginShape.test(value) || chzzkIdShape.test(value));

/** The name as it is shown. Ids say nothing to anybody: so much of one is enough to tell it from the others. */
export const shownChannel = (name: string): string =>
  chzzkIdShape.test(name) ? `CHZZK ${name.slice(0, 6)}…` : name;
