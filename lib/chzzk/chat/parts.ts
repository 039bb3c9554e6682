/** CHZZK's words in pieces: an emoji is written as `{:its name:}`, and its picture comes beside the message. */
import type { Part } from '../../chat/message.ts';

/** `text` in pieces, of which those in `emojis` are pictures; `undefined` where it is words alone. */
export function partsOf(text: string, emojis: readonly string[]): readonly Part[] | undefined {
  const parts = text
    .split(/(\{:[\w-]+:\})/)
    .filter((piece) => piece !== '')
    .map((piece): Part => {
      const id = /^\{:([\w-]+):\}$/.exec(piece)?.[1];
      return id !== undefined && emojis.includes(id)
        ? { kind: 'emote', text: piece, id }
        : { kind: 'text', text: piece };
    });
  return parts.some(({ kind }) => kind === 'emote') ? parts : undefined;
}
