/** A copy of `record` without an optional `field`. */
export function without<Whole extends object>(record: Whole, field: keyof Whole): Whole {
  const copy = { ...record };
  Reflect.deleteProperty(copy, field);
  return copy;
}
