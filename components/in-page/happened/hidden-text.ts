/** Apart from the other words: every chat's tools say this one, and no other. */
import type { Hiding } from '../../../lib/chat/happenings.ts';
import { text } from '../../../lib/text.ts';

/** In the line of a message that somebody else hid. */
export const hiddenText = ({ by }: Hiding): string =>
  by?.name === undefined ? text('lineHiddenElsewhere') : text('lineHiddenBy', by.name);
