/** Helps a row find out whether a write whose answer was lost was done. */

import type { Found } from './endpoint.ts';

/** How far the platform's clock may be from ours, ms. */
const clockSlackMs = 60_000;

/** True if `moment` is about `ms` (since 1970). */
export function isAbout(moment: string, ms: number): boolean {
  return Math.abs(Date.parse(moment) - ms) <= clockSlackMs;
}

/** True if `moment` is not before `ms` (since 1970), give or take the clocks. */
export function isSince(moment: string, ms: number): boolean {
  return Date.parse(moment) >= ms - clockSlackMs;
}

/** Whether everything that `wanted` sets, and `found` also tells, is as wanted; undefined without anything to compare. */
export function stands(wanted: object, found: object | undefined): Found {
  if (!found) return undefined;
  const told = new Map<string, unknown>(Object.entries(found));
  const comparable = Object.entries(wanted).filter(([name, value]) => value !== undefined && told.has(name));
  if (comparable.length === 0) return undefined;
  return {
    done: comparable.every(([name, value]) => JSON.stringify(value) === JSON.stringify(told.get(name))),
  };
}
