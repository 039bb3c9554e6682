/** The sections of the options page, and their addresses. */

/** The sections, in the order in which they stand. */
export const sections = [
  'accounts',
  'live',
  'moderation',
  'chzzk',
  'keys',
  'appearance',
  'backup',
  'log',
  'health',
  'api',
  'about',
] as const;

/** The name of a section. */
export type Section = (typeof sections)[number];

/** Where on the page: a section, and something in it. */
export interface Place {
  readonly section: Section;
  readonly detail?: string;
}

/** The place that `hash` (`#api/ban-user`) names; the first section where it names none. */
export function placeOf(hash: string): Place {
  const [name = '', detail = ''] = hash.replace(/^#/, '').split('/');
  const section = sections.find((candidate) => candidate === name) ?? sections[0];
  const known = decoded(detail);
  return known === '' ? { section } : { section, detail: known };
}

/** `word` as it was before it became part of an address; nothing where it never was. */
function decoded(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return '';
  }
}

/** The address of a place within the page. */
export function hashOf(section: Section, detail?: string): string {
  return detail === undefined ? `#${section}` : `#${section}/${encodeURIComponent(detail)}`;
}
