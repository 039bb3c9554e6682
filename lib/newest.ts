/** Tells the newest of what changes quickly, one at a time: what is told once more must not come after something newer. */

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
