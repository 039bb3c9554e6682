/** Finding a thing in a list by typing how it begins. */

/**
 * The index of the next label after `from` that starts with what was typed, or -1.
 * One letter typed again and again goes through all that start with it.
 */
export function seek(labels: readonly string[], typed: string, from: number): number {
  const folded = typed.toLocaleLowerCase();
  if (folded === '') return -1;
  const first = folded.charAt(0);
  const repeated = folded === first.repeat(folded.length);
  const prefix = repeated ? first : folded;
  const start = prefix.length === 1 ? from + 1 : from;
  for (let step = 0; step < labels.length; step++) {
    const index = (Math.max(start, 0) + step) % labels.length;
    if (labels[index]?.toLocaleLowerCase().startsWith(prefix)) return index;
  }
  return -1;
}
