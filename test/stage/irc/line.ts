/** Lines of IRC as Twitch writes them: tags, prefix, command, the rest. */

/** With this a `/me` line begins. */
const actionHead = '\u0001ACTION ';

/** A line that a client sent; its command in capitals. */
export interface Line {
  readonly tags: ReadonlyMap<string, string>;
  readonly command: string;
  readonly rest: string;
}

/** Takes a client's line apart. */
export function readLine(whole: string): Line {
  const [, tags = '', command = '', rest = ''] = /^(?:@(\S+) )?(?::\S+ )?(\S+)(?: (.*))?$/.exec(whole) ?? [];
  const pairs = tags.split(';').map((tag): [string, string] => {
    const at = tag.indexOf('=');
    return at === -1 ? [tag, ''] : [tag.slice(0, at), tag.slice(at + 1)];
  });
  return { tags: new Map(pairs), command: command.toUpperCase(), rest };
}

/** What somebody does with `/me`, or nothing when the line only says something. */
export function actionIn(said: string): string | undefined {
  return said.startsWith(actionHead) ? said.slice(actionHead.length).replace('\u0001', '') : undefined;
}

/** A `/me` line. */
export function actionLine(text: string): string {
  return `${actionHead}${text}\u0001`;
}

/** Badges as a tag's value. */
export function badgeTag(badges: Readonly<Record<string, string>>): string {
  return Object.entries(badges)
    .map(([set, version]) => `${set}/${version}`)
    .join(',');
}

const tagEscapes: Readonly<Record<string, string>> = {
  ';': '\\:',
  ' ': '\\s',
  '\\': '\\\\',
  '\r': '\\r',
  '\n': '\\n',
};

function escapeTag(value: string): string {
  return value.replaceAll(/[; \\\r\n]/g, (sign) => tagEscapes[sign] ?? sign);
}

/** Tags as they stand behind the `@`. */
export function tagText(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${escapeTag(value)}`)
    .join(';');
}
