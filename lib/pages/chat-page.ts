/** What a site adapter offers to the tools in the page, whichever site it is. */
import type { Happenings } from '../chat/happenings.ts';
import type { ChatMessage } from '../chat/message.ts';

/** Hears what happens to the lines. */
export interface LineListener {
  /** Lines came or went just now, so that others may have moved. */
  readonly moved: () => void;
  /** These lines are new, a moment ago at most; told in batches. */
  readonly added: (lines: readonly HTMLElement[]) => void;
}

/** A page's chat. Reading is cheap enough for every line, and never lays the page out. */
export interface ChatPage {
  /** The chat line that `node` is (in). */
  readonly lineAt: (node: Node) => HTMLElement | undefined;
  /** The shown name of a chatter that `node` is (in). */
  readonly nameAt: (node: Element) => Element | undefined;
  /** The message in `line` as it stands now; `undefined` when no chatter said it. */
  readonly read: (line: HTMLElement) => ChatMessage | undefined;
  /** The same of many lines, in their order: it costs much less than to read them one by one. */
  readonly readAll: (lines: readonly HTMLElement[]) => readonly (ChatMessage | undefined)[];
  /** The lines that stand in the page now, oldest first. */
  readonly lines: () => readonly HTMLElement[];
  /** Lines that the page shows as deleted now, where it draws them anew without telling so by {@link ChatPage.watch}. */
  readonly deletedLines?: () => readonly HTMLElement[];
  /** The element that scrolls the line. */
  readonly scrollerOf: (line: HTMLElement) => HTMLElement | undefined;
  /** Tells about lines, those already there first, until `signal` aborts. */
  readonly watch: (listener: LineListener, signal: AbortSignal) => void;
  /** What the page says about the user in this chat; absent facts are unknown. */
  readonly viewer: () => { readonly login?: string; readonly moderates?: boolean };
  /** The rules that the channel shows its chatters, as the page's words; absent: this site's page says nothing of any. */
  readonly rules?: () => readonly string[];
  /** What the platform's own stream told of this chat; absent where none is read. */
  readonly happenings?: Pick<Happenings, 'hiding' | 'isUnpinned' | 'about'>;
  /** The page's theme; `undefined` when it does not say. */
  readonly theme: () => 'dark' | 'light' | undefined;
}
