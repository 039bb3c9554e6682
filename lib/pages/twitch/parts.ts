/** What a line says, in pieces: emotes by the word that stands for them, mentions and links. */
import type { Part } from '../../chat/message.ts';
import { anySelector } from './anchors.ts';

/** The words of `line`, with emotes by their names, at most 2000 letters. */
export function readText(line: Element): string {
  return bodyOf(line).map(textWithin).join('').trim().slice(0, 2000);
}

/** Most lines are nothing but words: this is asked of each, and what follows of the others alone. */
const moreThanWords = [anySelector.emote, anySelector.mention, anySelector.link].join(',');

/** Pieces that are kept of one message: nobody writes more. */
const atMost = 500;

/** The pieces of `line`; `undefined` where it is nothing but words. */
export function readParts(line: Element): readonly Part[] | undefined {
  const body = bodyOf(line);
  if (!body.some((piece) => piece.matches(moreThanWords) || piece.querySelector(moreThanWords)))
    return undefined;
  const parts: Part[] = [];
  for (const piece of body) gather(piece, parts);
  return parts.some(({ kind }) => kind !== 'text') ? parts.slice(0, atMost) : undefined;
}

/** Where the words stand: in one element, or each piece in its own. */
function bodyOf(line: Element): readonly Element[] {
  const body = line.querySelector(anySelector.body);
  return body ? [body] : [...line.querySelectorAll(anySelector.bodyPart)];
}

function gather(node: Node, parts: Part[]): void {
  if (node.nodeType === 3) addWords(node.nodeValue ?? '', parts);
  if (node.nodeType !== 1) return;
  const part = partOf(node as Element);
  if (part) parts.push(part);
  else for (let child = node.firstChild; child; child = child.nextSibling) gather(child, parts);
}

function partOf(element: Element): Part | undefined {
  if (element.nodeName === 'IMG') {
    const text = element.getAttribute('alt') ?? '';
    if (text === '') return undefined;
    const id = emoteId.exec(element.getAttribute('src') ?? '')?.[1];
    return { kind: 'emote', text, ...(id !== undefined && { id }) };
  }
  if (element.matches(anySelector.mention)) return { kind: 'mention', text: textWithin(element) };
  if (!element.matches(anySelector.link)) return undefined;
  const href = element.getAttribute('href') ?? '';
  return /^https?:\/\//i.test(href) ? { kind: 'link', text: textWithin(element), href } : undefined;
}

/** The platform's own pictures tell the emote's id. */
const emoteId = /\/emoticons\/v[12]\/([\w-]{1,100})\//;

/** Words that follow words belong to them. */
function addWords(text: string, parts: Part[]): void {
  const last = parts.at(-1);
  if (text === '') return;
  if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + text };
  else parts.push({ kind: 'text', text });
}

/** The text of `node`, with emotes by their names. */
function textWithin(node: Node): string {
  if (node.nodeType === 3) return node.nodeValue ?? '';
  if (node.nodeName === 'IMG') return (node as Element).getAttribute('alt') ?? '';
  let text = '';
  for (let child = node.firstChild; child; child = child.nextSibling) text += textWithin(child);
  return text;
}
