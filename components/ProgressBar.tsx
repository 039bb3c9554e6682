import type { VNode } from 'preact';

/** What progress is drawn from. */
export interface ProgressBarProps {
  /** What goes on. */
  label: string;
  /** 0 to `max`; without it nobody knows how far it is. */
  value?: number | undefined;
  /** 1 unless told. */
  max?: number | undefined;
  /** How far in words, "120 of 500"; shown beside the label and spoken. */
  valueText?: string | undefined;
  hideLabel?: boolean | undefined;
}

/** How far something is. */
export function ProgressBar({
  label,
  value,
  max = 1,
  valueText,
  hideLabel = false,
}: ProgressBarProps): VNode {
  const part = value === undefined || max <= 0 ? undefined : Math.min(Math.max(value / max, 0), 1);
  return (
    <div class="ss-progress">
      {!hideLabel && (
        <div class="ss-progress-words" aria-hidden="true">
          <span class="ss-cut">{label}</span>
          {valueText !== undefined && <span class="ss-progress-value">{valueText}</span>}
        </div>
      )}
      <div
        class="ss-progress-track"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={part === undefined ? undefined : part * max}
        aria-valuetext={valueText}
      >
        <div
          class="ss-progress-bar"
          style={{ inlineSize: part === undefined ? undefined : `${part * 100}%` }}
        />
      </div>
    </div>
  );
}
