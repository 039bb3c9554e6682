/** Hands modules of this script on to the tools; see `shared-names.ts`. */
import * as failure from '../../lib/failure.ts';
import * as calling from '../../lib/messages/call.ts';
import * as following from '../../lib/messages/follow.ts';
import * as answer from '../../lib/pages/probe/answer.ts';
import * as asking from '../../lib/pages/probe/ask.ts';
import * as anchors from '../../lib/pages/twitch/anchors.ts';
import * as facts from '../../lib/pages/twitch/facts.ts';
import * as pageKind from '../../lib/pages/twitch/page-kind.ts';
import * as viewer from '../../lib/pages/twitch/viewer.ts';
import * as lines from '../../lib/pages/twitch/watch.ts';
import * as watch from '../../lib/pages/watch.ts';
import { type sharedNames, sharedPlace } from './shared-names.ts';

const modules: Readonly<Record<(typeof sharedNames)[number], object>> = {
  'lib/failure.ts': failure,
  'lib/messages/call.ts': calling,
  'lib/messages/follow.ts': following,
  'lib/pages/probe/answer.ts': answer,
  'lib/pages/probe/ask.ts': asking,
  'lib/pages/twitch/anchors.ts': anchors,
  'lib/pages/twitch/facts.ts': facts,
  'lib/pages/twitch/page-kind.ts': pageKind,
  'lib/pages/twitch/viewer.ts': viewer,
  'lib/pages/twitch/watch.ts': lines,
  'lib/pages/watch.ts': watch,
};

/** Makes them ready, before the tools are brought. The page has a world of its own, and does not see them. */
export function share(): void {
  (globalThis as Record<symbol, unknown>)[Symbol.for(sharedPlace)] = modules;
}
