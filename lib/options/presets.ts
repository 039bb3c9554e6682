/** Editing the list of timeout lengths. All lengths are seconds. */
import { settingsTable } from '../store/settings-table.ts';

/** What the setting takes: lengths from `min` to `max`, `minItems` to `maxItems` of them. */
export const presetLimits = settingsTable['moderation.timeoutPresets'].shape;

/** Longest default reason, in letters. */
export const reasonLimit = settingsTable['moderation.defaultReason'].shape.maxLength;

/** `presets` with the one at `from` at `to`. */
export function movedPreset(presets: readonly number[], from: number, to: number): readonly number[] {
  const moved = presets[from];
  if (moved === undefined || to < 0 || to >= presets.length) return presets;
  return presets.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** `presets` without the one at `index`. */
export function withoutPreset(presets: readonly number[], index: number): readonly number[] {
  return presets.toSpliced(index, 1);
}

/** `presets` with `seconds` at its place by length, or at the end where the list is in no order. */
export function withPreset(presets: readonly number[], seconds: number): readonly number[] {
  const isSorted = presets.every((length, index) => index === 0 || length > (presets[index - 1] ?? 0));
  const longer = isSorted ? presets.findIndex((length) => length > seconds) : -1;
  return presets.toSpliced(longer < 0 ? presets.length : longer, 0, seconds);
}
