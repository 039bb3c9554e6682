/** What every row of the protocol is made of. */
import * as z from 'zod/mini';

import { chzzkIdShape, loginShape, twitchIdShape, uuidShape } from '../../id-shapes.ts';
import type { SenderName } from '../sender.ts';

/** One row of the protocol. */
export interface Command<Request extends z.ZodMiniType, Result extends z.ZodMiniType> {
  /** When it may run: `free` at once, `ready` after the stores are open, `trusted` likewise but only for pages of our own. */
  readonly stage: 'free' | 'ready' | 'trusted';
  readonly senders: readonly SenderName[];
  readonly request: Request;
  /** Also a filter: what it does not name does not leave the background. */
  readonly result: Result;
}

/** A row; keeps the types of its schemas. */
export const command = <Request extends z.ZodMiniType, Result extends z.ZodMiniType>(
  row: Command<Request, Result>,
): Command<Request, Result> => row;

/** The pages of our own. */
export const pages = ['popup', 'options', 'desk'] as const;

/** The stream pages into which our content scripts are put. */
export const sites = ['twitch', 'chzzk'] as const;

/** Asks, or says, nothing more. */
export const nothing = z.object({});

/** A login on Twitch. */
export const login = z.string().check(z.regex(loginShape));
/** A user's id on Twitch, digits. */
export const userId = z.string().check(z.regex(twitchIdShape));
/** The id of a channel or of somebody on CHZZK. */
export const chzzkId = z.string().check(z.regex(chzzkIdShape));
/** What names a message on CHZZK: when it was written (Unix epoch ms), and by whom. */
export const chzzkMessageId = z.string().check(z.regex(/^\d{12,14}:[0-9a-f]{32}$/));
/** What somebody is called on CHZZK. */
export const nickname = z.string().check(z.minLength(1), z.maxLength(100));
/** The id of a wish, made by whoever wishes: the same twice is one. */
export const uuid = z.string().check(z.regex(uuidShape));
/** Where an account or a channel is. */
export const platform = z.enum(['twitch', 'chzzk']);
