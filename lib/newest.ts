/** The newest of what changes quickly, one at a time: what is told or read once more must not come after something newer. */

/** Makes what tells it by `tell`, which must not reject; what is overtaken while another is being told is told to nobody. */
export function tellNewest<Value>(tell: (value: Value) => Promise<unknown>): (value: Value) => void {
  let next: { readonly value: Value } | undefined;
  let isTelling = false;

  async function run(): Promise<void> {
    isTelling = true;
    while (next) {
      const { value } = next;
      next = undefined;
      await tell(value);
    }
    isTelling = false;
  }

  return (value) => {
    next = { value };
    if (!isTelling) void run();
  };
}

/** What {@link readNewest} reads. */
export interface NewestRead<Value> {
  readonly first: Promise<Value>;
  /** It may be another since the last answer was asked for. */
  readonly again: () => void;
}

/**
 * Reads by `read`, which must not reject, and once more each time that it may be another; also while the first answer is on its way,
 * which does not hold that yet. `changed` hears of all but the first, until `signal` aborts.
 */
export function readNewest<Value>(
  read: () => Promise<Value>,
  changed: (value: Value) => void,
  signal: AbortSignal,
): NewestRead<Value> {
  const first = read();
  const readAnew = async (): Promise<void> => {
    await first;
    const value = await read();
    if (!signal.aborted) changed(value);
  };
  const next = tellNewest(readAnew);
  return { first, again: () => next(undefined) };
}
