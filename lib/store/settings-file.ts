/**
 * The user's settings as a file: readable by people, and by every later version of ours. Pure. No account, no token and
 * nothing else of the stores has a place in it; what is read is held to the same shapes as any other setting.
 */
import { nicknameLimit, noteLimit, type PersonRecord, personKey } from '../people/person.ts';
import { canonical } from './canonical.ts';
import { complaintAbout } from './record-schemas.ts';
import { migrateSettings, settingsVersion } from './settings-migrations/index.ts';
import {
  isSettingKey,
  refusals,
  settingKeys,
  type SettingKey,
  type Settings,
  sharedKeys,
} from './settings-table.ts';

/** Longest file that is read, in bytes; all notes that a user can have take less. */
export const fileAtMost = 9_500_000;

/** Most people in a file. */
export const peopleAtMost = 2_000;

const format = 'sidestage-settings';

/** What stands in a file. `writtenAt` is an ISO date, there for people to read. */
export interface SettingsFile {
  readonly format: typeof format;
  /** That of the settings; see `settings-migrations/`. */
  readonly version: number;
  readonly writtenAt: string;
  readonly settings: Readonly<Record<string, unknown>>;
  /** What the user wrote about people, if they wanted it in. */
  readonly people?: readonly PersonRecord[];
}

/** Why a file was refused as a whole; nothing of it was taken. */
export type FileRefusal =
  /** Over {@link fileAtMost}. */
  | { readonly why: 'too-large' }
  | { readonly why: 'not-json' }
  | { readonly why: 'not-ours' }
  /** Written by a version of ours that came later. */
  | { readonly why: 'newer'; readonly version: number }
  /** A name in it is one that programs trip over, such as `__proto__`. */
  | { readonly why: 'trap'; readonly name: string }
  /** The value of a setting is not what it can be. */
  | { readonly why: 'unfit'; readonly field: string; readonly limit: string }
  /** The person at this place of the list, from 1, is none. */
  | { readonly why: 'unfit-person'; readonly place: number };

/** What a file holds that can be taken. */
export interface FileContents {
  readonly values: Partial<Settings>;
  readonly people: readonly PersonRecord[];
  /** Settings that this version does not know; they are left out. */
  readonly unknown: readonly string[];
}

/** The text of a file with `settings` and, if wanted, `people`. `now` is Unix epoch milliseconds. */
export function writeFile(
  settings: Settings,
  people: readonly PersonRecord[] | undefined,
  now: number,
): string {
  const file: SettingsFile = {
    format,
    version: settingsVersion,
    writtenAt: new Date(now).toISOString(),
    // By the table, so that nothing else that may lie beside them gets in.
    settings: Object.fromEntries(sharedKeys.map((key) => [key, settings[key]])),
    ...(people && { people: people.map(personOf) }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Reads the text of a file, whatever it is. */
export function readFile(words: string): FileContents | FileRefusal {
  if (words.length > fileAtMost) return { why: 'too-large' };
  let file: unknown;
  try {
    file = JSON.parse(words);
  } catch {
    return { why: 'not-json' };
  }
  const trap = trapIn(file);
  if (trap !== undefined) return { why: 'trap', name: trap };
  if (!isPlain(file) || file['format'] !== format || !isPlain(file['settings'])) return { why: 'not-ours' };
  const { version, settings, people = [] } = file;
  if (!Number.isInteger(version) || Number(version) < 1) return { why: 'not-ours' };
  if (Number(version) > settingsVersion) return { why: 'newer', version: Number(version) };

  const entries = Object.entries(migrateSettings(settings, Number(version)));
  const known = entries.filter(([key]) => (sharedKeys as readonly string[]).includes(key));
  const [refusal] = refusals(Object.fromEntries(known));
  if (refusal) return { why: 'unfit', ...refusal };
  const bad = unfitPerson(people);
  if (bad !== undefined) return { why: 'unfit-person', place: bad };
  return {
    // Each of them has just been held to its shape.
    values: Object.fromEntries(known),
    people: (people as PersonRecord[]).map(personOf),
    unknown: entries.flatMap(([key]) => (isSettingKey(key) ? [] : [key])),
  };
}

/** The settings that `values` would change. */
export function changedBy(values: Partial<Settings>, settings: Settings): readonly SettingKey[] {
  return settingKeys.filter(
    (key) => Object.hasOwn(values, key) && canonical(values[key]) !== canonical(settings[key]),
  );
}

/** The people of `found` who are new, or written about later than in `stored`. */
export function newerPeople(
  found: readonly PersonRecord[],
  stored: readonly PersonRecord[],
): readonly PersonRecord[] {
  const times = new Map(stored.map(({ id, updatedAt }) => [id, updatedAt]));
  return found.filter(({ id, updatedAt }) => updatedAt > (times.get(id) ?? -Infinity));
}

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const traps: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** The first name in `value`, however deep, that programs trip over. Without recursion: depth is the file's choice. */
function trapIn(value: unknown): string | undefined {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const trap = Object.keys(next).find((name) => traps.includes(name));
    if (trap !== undefined) return trap;
    for (const inner of Object.values(next)) open.push(inner);
  }
  return undefined;
}

/** The place of the first that is no person, or comes twice; 1 also where `people` is no list at all. */
function unfitPerson(people: unknown): number | undefined {
  if (!Array.isArray(people)) return 1;
  const seen = new Set<string>();
  const bad = people.findIndex(
    (person: unknown) => !isPerson(person) || seen.has(person.id) || !seen.add(person.id),
  );
  if (bad >= 0) return bad + 1;
  return people.length > peopleAtMost ? peopleAtMost + 1 : undefined;
}

/** Whether `value` is what the user may have written about somebody, under the key that belongs to it. */
export function isPerson(value: unknown): value is PersonRecord {
  if (complaintAbout('people', value) !== undefined) return false;
  const { id, platform, userId, login, name, nickname = '', note = '' } = value as PersonRecord;
  return (
    id === personKey(platform, userId) &&
    /^[0-9a-z]{1,50}$/.test(userId) &&
    Math.max(login.length, name.length) <= 100 &&
    nickname.length <= nicknameLimit &&
    note.length <= noteLimit
  );
}

/** The person's own fields and no others. */
function personOf({
  id,
  platform,
  userId,
  login,
  name,
  nickname,
  note,
  updatedAt,
}: PersonRecord): PersonRecord {
  return {
    id,
    platform,
    userId,
    login,
    name,
    ...(nickname !== undefined && { nickname }),
    ...(note !== undefined && { note }),
    updatedAt,
  };
}
