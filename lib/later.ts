/** Something of ours that is brought when it is first wanted. */
export interface Later<Value> {
  /** It, where it is there already. */
  readonly now: () => Value | undefined;
  /** Brings it. Rejects where it cannot be had; the next one who asks tries again. */
  readonly get: () => Promise<Value>;
  /** It may be wanted in a moment: brings it when there is time for that, and says nothing where it cannot. */
  readonly soon: () => void;
}

/** What is there from the start. */
export const atHand = <Value>(value: Value): Later<Value> => ({
  now: () => value,
  get: () => Promise.resolve(value),
  soon: () => undefined,
});

/** What `pick` takes of something that is brought. */
export const partOf = <Whole, Part>(whole: Later<Whole>, pick: (whole: Whole) => Part): Later<Part> => ({
  now: () => {
    const there = whole.now();
    return there && pick(there);
  },
  get: async () => pick(await whole.get()),
  soon: whole.soon,
});

/** Does `act` with what is there, at once if it is; else brings it first. Where it cannot be had, `failed` hears why. */
export function withLater<Value>(
  later: Later<Value>,
  act: (value: Value) => void,
  failed: (error: unknown) => void,
): void {
  const there = later.now();
  if (there === undefined) later.get().then(act, failed);
  else act(there);
}
