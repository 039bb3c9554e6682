/**
 * The little Markdown that notes are written in: headings, lists, **strong**, *emphasis*, `code` and https links. It is read
 * into plain data, so that whoever draws it makes text and nothing else; what has no meaning stays as it was typed.
 */

/** A piece of a line. A `link` leads to `href`, which is an https address. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** One line of a note. */
export interface Line {
  readonly kind: 'heading' | 'item' | 'line';
  readonly parts: readonly Inline[];
}

/** No piece looks further than its own closing sign, so that no note can hold the page up. */
const piece =
  /\*\*([^*\n]+)\*\*|\*([^*\s][^*\n]*)\*|`([^`\n]+)`|\[([^\]\n]+)\]\((https:\/\/[^\s()]+)\)|(https:\/\/[^\s<>"]+[^\s<>".,;:!?)])/g;

const starts: readonly (readonly [Line['kind'], RegExp])[] = [
  ['heading', /^\s{0,3}#{1,3}\s+/],
  ['item', /^\s*[-*]\s+/],
];

/** The lines of `note`, without the empty ones at its ends. */
export function linesOfNote(note: string): readonly Line[] {
  return note
    .trim()
    .split(/\r?\n/)
    .map((line) => {
      const [kind, start] = starts.find(([, form]) => form.test(line)) ?? (['line', /^/] as const);
      return { kind, parts: partsOf(line.replace(start, '')) };
    });
}

function partsOf(line: string): readonly Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const found of line.matchAll(piece)) {
    if (found.index > end) parts.push({ kind: 'text', text: line.slice(end, found.index) });
    parts.push(partOf(found));
    end = found.index + found[0].length;
  }
  if (end < line.length) parts.push({ kind: 'text', text: line.slice(end) });
  return parts;
}

function partOf([whole, strong, emphasis, code, label, target, bare]: RegExpMatchArray): Inline {
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis };
  if (code !== undefined) return { kind: 'code', text: code };
  const href = target ?? bare;
  // An address may begin well and still be none.
  if (href === undefined || !URL.canParse(href)) return { kind: 'text', text: whole };
  return { kind: 'link', text: label ?? href, href };
}
