import { emoteId, emoteImages } from './emotes.ts';
import { type MessagePart, PartType } from './message.ts';

const special = /@([\p{L}\p{N}_]{2,25})|((?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,24}(?:\/\S*)?)/giu;

/** Cuts a line's text into what is drawn in its own way: mentions, links, emotes, and the text between. */
export function partsOf(text: string, author: string, viewer: string | undefined): MessagePart[] {
  const parts: MessagePart[] = [];
  let words = '';
  for (const piece of text.split(/(\s+)/)) {
    const emote = emoteId(piece);
    if (emote === undefined) {
      words += piece;
      continue;
    }
    parts.push(...wordParts(words, author, viewer), emotePart(piece, emote));
    words = '';
  }
  return [...parts, ...wordParts(words, author, viewer)];
}

function emotePart(alt: string, emoteID: string): MessagePart {
  const images = { dark: emoteImages(emoteID, 'dark'), light: emoteImages(emoteID, 'light'), themed: false };
  return { type: PartType.emote, content: { alt, emoteID, images } };
}

function* wordParts(words: string, author: string, viewer: string | undefined): Generator<MessagePart> {
  let done = 0;
  for (const match of words.matchAll(special)) {
    if (match.index > done) yield { type: PartType.text, content: words.slice(done, match.index) };
    done = match.index + match[0].length;
    const [whole, recipient] = match;
    yield recipient === undefined
      ? { type: PartType.link, content: { displayText: whole, url: addressOf(whole) } }
      : {
          type: PartType.mention,
          content: { recipient, currentUserMentionRelation: relation(recipient, author, viewer) },
        };
  }
  if (done < words.length) yield { type: PartType.text, content: words.slice(done) };
}

function addressOf(text: string): string {
  return /^https?:/i.test(text) ? text : `https://${text}`;
}

function relation(recipient: string, author: string, viewer: string | undefined): 0 | 1 | 2 {
  if (viewer === undefined) return 0;
  if (recipient.toLowerCase() === viewer) return 1;
  return author === viewer ? 2 : 0;
}
