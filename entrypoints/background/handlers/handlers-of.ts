import type { Handlers } from '../../../lib/messages/router.ts';

/** The handlers of a table of commands. */
export type HandlersOf<Commands> = Pick<Handlers, keyof Commands & keyof Handlers>;
