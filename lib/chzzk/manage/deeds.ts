/** The changes of the panel that are actions about viewers: they go the way of those in the chat, and into the same log. */
import type { Action, Bar } from '../../moderation/action.ts';
import { isChzzkId } from '../hash.ts';
import type { Doing, Restriction } from './wish.ts';

/** An action, and what CHZZK knows its target by: an id, or a nickname. */
export interface Deed {
  readonly action: Action;
  readonly whom: string;
}

const day = 86_400;

/** A change about a viewer, as moderation does it. */
export type ViewerDoing = Extract<
  Doing,
  { readonly what: 'restrict' | 'edit-restriction' | 'lift' | 'accept' | 'reject' }
>;

/** For how long, and why. */
const barOf = ({ days, memo }: Restriction): Bar => ({
  ...(days !== null && { seconds: days * day }),
  ...(memo !== '' && { reason: memo }),
});

/** What `doing` comes to in `channel`. */
export function deedOf(channel: string, doing: ViewerDoing): Deed {
  const common = { platform: 'chzzk', channel } as const;
  switch (doing.what) {
    case 'restrict': {
      const { whom, name = whom } = doing;
      return {
        whom,
        action: {
          ...common,
          kind: 'bar',
          target: { login: name, name, ...(isChzzkId(whom) && { id: whom }) },
          ...barOf(doing),
        },
      };
    }
    case 'edit-restriction': {
      const { id, name = id, was } = doing;
      return {
        whom: id,
        action: {
          ...common,
          kind: 'rebar',
          target: { id, login: name, name },
          ...barOf(doing),
          ...(was && { was: barOf(was) }),
        },
      };
    }
    // To accept a request is to lift the restriction.
    case 'lift':
    case 'accept': {
      const { id, name = id } = doing;
      return {
        whom: id,
        action: {
          ...common,
          kind: 'unbar',
          target: { id, login: name, name },
          ...(doing.what === 'accept' && { request: doing.no }),
        },
      };
    }
    case 'reject': {
      const { no: request, id, judgment: reason } = doing;
      // Of somebody who has left, the number of their request is all that there is.
      const whom = id ?? `#${request}`;
      const name = id === undefined ? whom : (doing.name ?? id);
      return {
        whom,
        action: {
          ...common,
          kind: 'deny',
          target: { login: name, name, ...(id !== undefined && { id }) },
          request,
          reason,
        },
      };
    }
  }
}
