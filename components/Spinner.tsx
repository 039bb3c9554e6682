import type { VNode } from 'preact';

/** What a spinner is drawn from. */
export interface SpinnerProps {
  /** What is being waited for; without it the spinner is mere decoration. */
  label?: string | undefined;
  /** Side in px; 16 unless told. */
  size?: number | undefined;
}

/** Something is under way, and nobody knows for how long. */
export function Spinner({ label, size = 16 }: SpinnerProps): VNode {
  return (
    <span
      class="ss-spinner"
      role={label === undefined ? undefined : 'status'}
      aria-hidden={label === undefined ? 'true' : undefined}
    >
      <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" />
        <path d="M10 2.5a7.5 7.5 0 0 1 7.5 7.5" />
      </svg>
      {label !== undefined && <span class="ss-aloud">{label}</span>}
    </span>
  );
}
