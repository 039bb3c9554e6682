/** Whether a key leaves what has opened in a row. It is used up then: what the row stands in stays. */
export function leaves(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape') return false;
  event.preventDefault();
  return true;
}
