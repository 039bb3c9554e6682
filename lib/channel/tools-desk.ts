/**
 * The popup's side of the tools for the tab's channel: what is known, what is under way, and what came of it.
 *
 * Like the popup's panel it knows neither platform nor browser; all of that is handed in.
 */
import { fail, failureOf, type Failure } from '../failure.ts';
import type { FeatureName } from '../features.ts';
import {
  inverseOf,
  type ChannelView,
  type ChatModes,
  type ModeChange,
  type ToolName,
  type ToolWish,
} from './tools.ts';

/** What became of the last wish. */
export type ToolOutcome =
  | { readonly kind: 'done'; readonly wish: ToolWish; readonly undo?: ToolWish; readonly detail?: ToolDetail }
  | { readonly kind: 'failed'; readonly wish: ToolWish; readonly failure: Failure };

/** What there is to say or to open beside that it is done. */
export interface ToolDetail {
  /** Address of what was made. */
  readonly url?: string;
  /** Place in the stream's video, seconds. */
  readonly seconds?: number;
}

/** Everything that is drawn. */
export interface ToolsState {
  /** Login of the channel in the tab in front; `undefined`: it is none. */
  readonly channel: string | undefined;
  readonly view: ChannelView | undefined;
  /** What went wrong with looking. */
  readonly failure: Failure | undefined;
  readonly working: ToolWish | undefined;
  readonly outcome: ToolOutcome | undefined;
}

/** What {@link createToolsDesk} needs. */
export interface ToolsDeskParts {
  readonly view: (channel: string) => Promise<ChannelView>;
  /** Carries a wish out; the same id twice is once. */
  readonly act: (
    id: string,
    channel: string,
    wish: Exclude<ToolWish, { tool: 'clip' }>,
  ) => Promise<ToolDetail>;
  readonly clip: (id: string, channel: string) => Promise<{ readonly id: string; readonly editUrl: string }>;
  /** The address of a clip, once it is made. */
  readonly clipMade: (channel: string, clipId: string) => Promise<string | undefined>;
  readonly allow: (feature: FeatureName, channel: string) => Promise<unknown>;
  readonly newId: () => string;
  readonly isOnline: () => boolean;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly show: (state: ToolsState) => void;
}

/** The doings. None of them throws: what fails is shown. */
export interface ToolsDesk {
  /** The tab in front shows this channel, or another account acts in it. */
  readonly look: (channel: string | undefined) => Promise<void>;
  readonly act: (wish: ToolWish) => Promise<void>;
  /** Does once more what failed. */
  readonly retry: () => Promise<void>;
  /** Asks the user to allow what failed for want of it, and does it then. */
  readonly allow: () => Promise<void>;
  readonly dismiss: () => void;
}

/** What each tool needs to be allowed. */
export const featureOfTool: Readonly<Record<ToolName, FeatureName>> = {
  modes: 'chatModes',
  shield: 'shield',
  clip: 'clips',
  mark: 'markers',
};

/** Twitch makes a clip in the background; after so long it has failed, and in between one looks now and then, ms. */
const clipPatienceMs = 60_000;
const clipEveryMs = 2_000;

/** Makes the desk. */
export function createToolsDesk(parts: ToolsDeskParts): ToolsDesk {
  let state: ToolsState = {
    channel: undefined,
    view: undefined,
    failure: undefined,
    working: undefined,
    outcome: undefined,
  };
  const set = (change: Partial<ToolsState>): void => {
    state = { ...state, ...change };
    parts.show(state);
  };

  async function look(channel: string | undefined): Promise<void> {
    const isSame = channel === state.channel;
    set({ channel, failure: undefined, ...(!isSame && { view: undefined, outcome: undefined }) });
    if (channel === undefined) return;
    try {
      const view = await parts.view(channel);
      if (state.channel === channel) set({ view });
    } catch (error) {
      if (state.channel === channel) set({ failure: failureOf(error) });
    }
  }

  async function clip(channel: string): Promise<ToolDetail> {
    const { id, editUrl } = await parts.clip(parts.newId(), channel);
    for (let waited = 0; waited < clipPatienceMs; waited += clipEveryMs) {
      const made = await parts.clipMade(channel, id).catch(() => undefined);
      if (made !== undefined) return { url: editUrl };
      await parts.wait(clipEveryMs);
    }
    return fail({ code: 'timeout' });
  }

  async function act(wish: ToolWish, isUndo = false): Promise<void> {
    const { channel, view } = state;
    if (channel === undefined || !view || state.working) return;
    if (!parts.isOnline()) {
      set({ outcome: { kind: 'failed', wish, failure: { code: 'offline' } } });
      return;
    }
    set({ working: wish, outcome: undefined });
    try {
      const detail =
        wish.tool === 'clip' ? await clip(channel) : await parts.act(parts.newId(), channel, wish);
      const undo = isUndo ? undefined : inverseOf(wish, view);
      set({
        working: undefined,
        outcome: { kind: 'done', wish, detail, ...(undo && { undo }) },
        ...(state.view && state.channel === channel && { view: after(wish, state.view) }),
      });
    } catch (error) {
      set({ working: undefined, outcome: { kind: 'failed', wish, failure: failureOf(error) } });
      // It may have been done, or somebody else may have come first: what is drawn must be true.
      if (state.channel === channel) await look(channel);
    }
  }

  return {
    look,
    async act(wish) {
      const undo = state.outcome?.kind === 'done' ? state.outcome.undo : undefined;
      await act(wish, undo === wish);
    },
    async retry() {
      if (state.outcome?.kind === 'failed') await act(state.outcome.wish);
      else await look(state.channel);
    },
    async allow() {
      const { channel, outcome } = state;
      if (channel === undefined || outcome?.kind !== 'failed') return;
      try {
        await parts.allow(featureOfTool[outcome.wish.tool], channel);
      } catch (error) {
        set({ outcome: { ...outcome, failure: failureOf(error) } });
        return;
      }
      await look(channel);
      await act(outcome.wish);
    },
    dismiss: () => set({ outcome: undefined }),
  };
}

/** The channel after `wish` was carried out. */
function after(wish: ToolWish, view: ChannelView): ChannelView {
  if (wish.tool === 'modes') return { ...view, modes: { ...view.modes, ...defined(wish.change) } };
  return wish.tool === 'shield' ? { ...view, shield: wish.on } : view;
}

/** What of a change is one. */
function defined(change: ModeChange): Partial<ChatModes> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
