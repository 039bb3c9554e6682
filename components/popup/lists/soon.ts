/** When something will be, as short as it can be said. */
const week = 6 * 86_400_000;

/** The moment `at`, seen from `now` (Unix epoch milliseconds): "Sat 20:00" within the week, "3 Dec, 20:00" after it. */
export function soonTime(at: number, now: number, locale?: string): string {
  const date: Intl.DateTimeFormatOptions =
    at - now < week ? { weekday: 'short' } : { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(locale, { ...date, hour: 'numeric', minute: '2-digit' }).format(at);
}
