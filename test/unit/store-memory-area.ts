import type { Area, AreaChanges } from '../../lib/store/area.ts';

/** A storage area in memory that keeps JSON, as the browser's do, and can be told to fail. */
export interface MemoryArea extends Area {
  /** What is stored now. */
  content(): Record<string, unknown>;
  /** How many calls of `set` were made. */
  readonly writes: number;
  /** The next `set` rejects with `error` and stores nothing. */
  failNextSet(error: Error): void;
  /** From now on no call ever answers, as when the background is killed. */
  kill(): void;
}

/** A fresh area that holds `initial`. */
export function memoryArea(initial: Record<string, unknown> = {}): MemoryArea {
  const items = new Map(Object.entries(initial).map(([key, value]) => [key, JSON.stringify(value)]));
  const listeners = new Set<(changes: AreaChanges) => void>();
  let failure: Error | undefined;
  let dead = false;
  let writes = 0;

  const parsed = (key: string): unknown => {
    const json = items.get(key);
    return json === undefined ? undefined : JSON.parse(json);
  };
  const pick = (keys: Iterable<string>): Record<string, unknown> =>
    Object.fromEntries([...keys].filter((key) => items.has(key)).map((key) => [key, parsed(key)]));
  const turn = async (): Promise<void> => {
    if (dead) await new Promise(() => undefined);
  };

  return {
    get writes() {
      return writes;
    },
    content: () => pick(items.keys()),
    failNextSet: (error) => (failure = error),
    kill: () => (dead = true),
    async get(keys) {
      await turn();
      return pick(keys === null ? items.keys() : [keys]);
    },
    async set(changes) {
      await turn();
      writes += 1;
      const error = failure;
      failure = undefined;
      if (error) throw error;
      const told = Object.entries(changes).map(([key, newValue]) => {
        const oldValue = parsed(key);
        items.set(key, JSON.stringify(newValue));
        return [key, { oldValue, newValue: parsed(key) }] as const;
      });
      for (const listener of listeners) listener(Object.fromEntries(told));
    },
    async remove(keys) {
      await turn();
      for (const key of keys) items.delete(key);
    },
    onChanged: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
  };
}
