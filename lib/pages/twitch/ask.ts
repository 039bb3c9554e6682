/** Asking the probe about elements of Twitch's. */
import { askAll } from '../probe/ask.ts';
import { parseFacts } from './facts.ts';
import type { Facts } from './probe/wire.ts';

/** What the probe knows about each of `elements`; nothing when it is not there or does not answer. */
export const askProbe = (elements: readonly Element[]): readonly Facts[] =>
  askAll(elements, parseFacts).map((facts) => facts ?? {});
