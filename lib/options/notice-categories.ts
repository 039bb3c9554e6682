/** The categories of which the user wants to be told: what was typed, and what it takes that it counts. */
import type { SettingKey, Settings } from '../store/settings-table.ts';

/** What {@link saveCategories} needs. */
export interface CategoryActions {
  /** Asks the user to permit notifications. Only a press may ask for it. */
  readonly permitNotifications: () => Promise<boolean>;
  readonly write: <Key extends SettingKey>(key: Key, value: Settings[Key]) => void;
}

/** The names between commas, each once; as many as the setting holds. */
export function categoriesOf(words: string): readonly string[] {
  const names = words
    .split(',')
    .map((name) => name.trim().slice(0, 100))
    .filter(Boolean);
  return [...new Map(names.map((name) => [name.toLocaleLowerCase(), name])).values()].slice(0, 100);
}

/**
 * Saves the categories in `words`, and does what else it takes to be told of them. Says whether the browser may tell; if it
 * may not, nothing is saved.
 */
export async function saveCategories(
  words: string,
  settings: Pick<Settings, 'notifications.of' | 'notifications.categories'>,
  { permitNotifications, write }: CategoryActions,
): Promise<boolean> {
  const names = categoriesOf(words);
  const before = settings['notifications.categories'];
  // The browser's own question needs the press, so nothing may come before it; taking a name away needs no question.
  const isMore = names.some((name) => !before.includes(name));
  if (isMore && !(await permitNotifications())) return false;
  write('notifications.categories', names);
  if (names.length > 0 && settings['notifications.of'] === 'nobody') write('notifications.of', 'chosen');
  return true;
}
