/** Writing settings from a page, one after the other. */
import { call } from '../messages/call.ts';
import type { SettingKey } from '../store/settings-table.ts';
import { createWriteQueue } from '../store/write-queue.ts';

/**
 * A question that a dying background did not answer is asked again. Were the next one under way meanwhile, the older choice
 * would come after the newer one and take its place.
 */
const inOrder = createWriteQueue('choices', null);

/**
 * Has a setting stored, after all that were chosen in this page before.
 *
 * @throws FailureError `bad-input` for a value that the setting cannot have …
 */
export async function writeSetting(key: SettingKey, value: unknown): Promise<void> {
  await inOrder.run(() => call('settings.write', { key, value }));
}

/** Reads once all that was chosen in this page before has been stored, or could not be. */
export const afterChoices = <T>(read: () => Promise<T>): Promise<T> => inOrder.run(read);
