/**
 * Changing many settings at once: from a file, back to the defaults, or to those of another browser; and taking that
 * back. What stood there before is put aside first, so that a background that dies in between has lost nothing.
 */
import * as z from 'zod/mini';

import type { PersonRecord } from '../people/person.ts';
import type { SessionValue } from './session.ts';
import type { ChangedElsewhere, SettingsStore } from './settings.ts';
import { changedBy, isPerson, newerPeople } from './settings-file.ts';
import { defaultSettings, type Settings } from './settings-table.ts';

/** Why many settings changed at once. */
export const sweeps = ['import', 'reset', 'sync'] as const;

/** What stood there before the last such change. Kept until the browser closes. */
export const beforeSchema = z.object({
  /** Of the change: asked for twice, it is one. */
  id: z.string(),
  how: z.enum(sweeps),
  /** Unix epoch milliseconds. */
  at: z.number(),
  /** The former values of the settings that changed. */
  values: z.record(z.string(), z.unknown()),
  /** What was written of those people who were written anew; without a record, nothing was. */
  people: z.readonly(z.array(z.object({ id: z.string(), record: z.exactOptional(z.unknown()) }))),
});

/** See {@link beforeSchema}. */
export type Before = z.infer<typeof beforeSchema>;

/** What {@link createSettingsDesk} needs. */
export interface SettingsDeskParts {
  readonly settings: Pick<SettingsStore, 'read' | 'write'>;
  readonly before: Pick<SessionValue<Before>, 'get' | 'set' | 'remove'>;
  readonly people: {
    readonly get: (id: string) => Promise<PersonRecord | undefined>;
    readonly put: (record: PersonRecord) => Promise<void>;
    readonly remove: (id: string) => Promise<void>;
    readonly changed: () => Promise<void>;
  };
  /** Unix epoch milliseconds. */
  readonly now: () => number;
}

/** The desk. Every method rejects with a `FailureError`. */
export interface SettingsDesk {
  /**
   * Writes `values`, and of `people` those who are new or were written about later than here; `elsewhere` as for
   * `SettingsStore.write`.
   * @throws a `bad-input` failure that names the first field that was refused; nothing was written then
   */
  readonly change: (
    how: Before['how'],
    id: string,
    values: Readonly<Record<string, unknown>>,
    people?: readonly PersonRecord[],
    elsewhere?: ChangedElsewhere,
  ) => Promise<void>;
  readonly reset: (id: string) => Promise<void>;
  /** What {@link SettingsDesk.undo} would take back. */
  readonly last: () => Promise<Before | undefined>;
  /** Takes the last change back; does nothing where there is none. */
  readonly undo: () => Promise<void>;
}

/** Makes the desk. */
export function createSettingsDesk({ settings, before, people, now }: SettingsDeskParts): SettingsDesk {
  async function putAside(
    how: Before['how'],
    id: string,
    values: Partial<Settings>,
    found: readonly PersonRecord[],
  ): Promise<Before> {
    const kept = await before.get();
    if (kept?.id === id) return kept;
    const settingsNow = await settings.read();
    const stored = await Promise.all(found.map((person) => people.get(person.id)));
    const fresh = newerPeople(
      found,
      stored.filter((record) => record !== undefined),
    );
    const aside: Before = {
      id,
      how,
      at: now(),
      values: Object.fromEntries(changedBy(values, settingsNow).map((key) => [key, settingsNow[key]])),
      people: fresh.map((person) => {
        const record = stored.find((candidate) => candidate?.id === person.id);
        return { id: person.id, ...(record && { record }) };
      }),
    };
    await before.set(aside);
    return aside;
  }

  const change: SettingsDesk['change'] = async (how, id, values, found = [], elsewhere) => {
    const kept = await before.get();
    const aside = await putAside(how, id, values, found);
    try {
      if (Object.keys(values).length > 0) await settings.write(values, elsewhere);
    } catch (error) {
      // Nothing was changed, so what could be taken back is still the change before.
      if (kept?.id !== id) await (kept ? before.set(kept) : before.remove());
      throw error;
    }
    const wanted = new Set(aside.people.map((person) => person.id));
    for (const person of found) if (wanted.has(person.id)) await people.put(person);
    if (wanted.size > 0) await people.changed();
  };

  return {
    change,
    reset: (id) => change('reset', id, defaultSettings),
    last: () => before.get(),
    async undo() {
      const aside = await before.get();
      if (!aside) return;
      if (Object.keys(aside.values).length > 0) await settings.write(aside.values);
      for (const { id, record } of aside.people)
        await (isPerson(record) ? people.put(record) : people.remove(id));
      if (aside.people.length > 0) await people.changed();
      await before.remove();
    },
  };
}
