/** Asking the probe about an element of Twitch's. */
import { ask } from '../probe/ask.ts';
import { parseFacts } from './facts.ts';
import type { Facts } from './probe/wire.ts';

/** What the probe knows about `element`; nothing when it is not there or does not answer. */
export const askProbe = (element: Element): Facts => ask(element, parseFacts) ?? {};
