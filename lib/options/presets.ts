/** Editing the list of timeout lengths. All lengths are seconds. */
import { settingsTable } from '../store/settings-table.ts';

/** What the setting takes: lengths from `min` to `max`, `minItems` to `maxItems` of them. */
export const presetLimits = settingsTable['moderation.timeoutPresets'].shape;

/** Longest default reason, in letters. */
export const reasonLimit = settingsTable['moderation.defaultReason'].shape.maxLength;

/** `presets` with `seconds` at its place by length, or at the end where the list is in no order. */
export function withPreset(presets: readonly number[], seconds: number): readonly number[] {
  const isSorted = presets.every((length, index) => index === 0 || length > (presets[index - 1] ?? 0));
  const longer = isSorted ? presets.findIndex((length) => length > seconds) : -1;
  return presets.toSpliced(longer < 0 ? presets.length : longer, 0, seconds);
}
