/** The browser's storage areas, as far as the stores need them, so that they can be handed in. */
import { storageFailure } from './storage-failure.ts';

/** What changed in an area: per key the old and the new value. */
export type AreaChanges = Readonly<
  Record<string, { readonly oldValue?: unknown; readonly newValue?: unknown }>
>;

/** `storage.local` or `storage.session`. */
export interface Area {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
  readonly onChanged: {
    addListener(listener: (changes: AreaChanges) => void): void;
    removeListener(listener: (changes: AreaChanges) => void): void;
  };
}

/** Waits for a call to an area. @throws a `storage` failure */
export async function fromArea<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw storageFailure(error);
  }
}
