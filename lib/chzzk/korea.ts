/** CHZZK writes times as clocks in Korea show them, without saying so: `2026-07-24 19:31:33`. */

/** The moment that CHZZK means, Unix epoch milliseconds; `undefined` where it says nothing that is one. */
export function momentInKorea(written: string | null | undefined): number | undefined {
  const at = written == null ? NaN : Date.parse(`${written.slice(0, 19).replace(' ', 'T')}+09:00`);
  return Number.isNaN(at) ? undefined : at;
}
