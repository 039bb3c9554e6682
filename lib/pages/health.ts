/**
 * Which readers and which anchors hold on to a page now: plain data, without a word of what anybody said. What is particular to
 * a site stands in a {@link Site}.
 */
import type { Anchor, Loss } from './anchor.ts';
import type { ChatPage } from './chat-page.ts';

/** How a page stands. */
export interface PageHealth {
  /** Anchor → which of its selectors matches, the best being 0; -1: none. */
  readonly anchors: Readonly<Record<string, number>>;
  /** Whether the probe answers for a line; absent while no line stands. */
  readonly probe?: boolean;
  /** Whether the ids that tools need are known, from whichever reader; absent while no line stands. */
  readonly ids?: boolean;
  /** Whether the site's own stream is read by us; absent where it is not wanted. */
  readonly stream?: boolean;
}

/** Whether an anchor is found. */
export type Has = (name: string) => boolean;

/** A site, as far as its health goes. */
export interface Site {
  readonly anchors: Readonly<Record<string, Anchor>>;
  /** What must be there in a page that stands so. */
  readonly needs: (
    has: Has,
    probe: boolean | undefined,
  ) => Readonly<Record<NonNullable<Anchor['in']>, boolean>>;
  /** The element that holds the lines, and a line. */
  readonly container: string;
  readonly line: string;
  /** A line of a recording, of which nobody looks for ids. */
  readonly recorded?: string;
  /** What is off where the ids are not known. */
  readonly withoutIds: Loss;
  /** The third reader: the platform's events, which nobody hears yet, or our own reading of the chat. */
  readonly stream: 'events' | 'socket';
}

/** Looks every anchor up in `root`. Costs one query per selector, so it is for asking and not for watching. */
export const anchorsIn = (root: ParentNode, { anchors }: Pick<Site, 'anchors'>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(anchors).map(([name, { selectors }]) => [
      name,
      selectors.findIndex((selector) => root.querySelector(selector)),
    ]),
  );

/** What is asked of a line: whether the probe answers for it, and whether its ids are known. */
export interface LineHealth {
  readonly probe: (line: HTMLElement) => boolean;
  readonly ids: (message: NonNullable<ReturnType<ChatPage['read']>>) => boolean;
}

/** How `chat`, which stands in `document`, holds. */
export function healthOf(
  document: Document,
  site: Site,
  chat: Pick<ChatPage, 'lines' | 'read'>,
  { probe, ids }: LineHealth,
  stream?: boolean,
): PageHealth {
  const lines = chat
    .lines()
    .slice(-5)
    .flatMap((line) => {
      const message = chat.read(line);
      return message ? [{ line, message }] : [];
    });
  const found = anchorsIn(document, site);
  const isRecorded = site.recorded !== undefined && (found[site.recorded] ?? -1) >= 0;
  return {
    anchors: found,
    ...(lines.length > 0 &&
      !isRecorded && {
        probe: lines.some(({ line }) => probe(line)),
        ids: lines.some(({ message }) => ids(message)),
      }),
    ...(stream !== undefined && { stream }),
  };
}

/** What is off in a page of `site` that stands so. Where there is no chat at all, nothing is missed. */
export function lossesOf(site: Site, { anchors: found, probe, ids }: PageHealth): readonly Loss[] {
  const has: Has = (name) => (found[name] ?? -1) >= 0;
  const isThere = site.needs(has, probe);
  const lost = Object.entries(site.anchors)
    .filter(([name, anchor]) => anchor.in && isThere[anchor.in] && !has(name))
    .map(([, { loss }]) => loss);
  return [...new Set<Loss>([...lost, ...(ids === false ? [site.withoutIds] : [])])];
}
