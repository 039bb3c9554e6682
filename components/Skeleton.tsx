import type { VNode } from 'preact';

/** What a placeholder is drawn from. */
export interface SkeletonProps {
  /** Any CSS length; fills its place unless told. */
  width?: string | undefined;
}

/** A line of text that has not come yet. */
export function Skeleton({ width = '100%' }: SkeletonProps): VNode {
  return <span class="ss-skeleton" aria-hidden="true" style={{ inlineSize: width }} />;
}

/** What placeholder rows are drawn from. */
export interface SkeletonRowsProps {
  count: number;
  /** What is being loaded, for assistive technology. */
  label: string;
}

/** Widths in %, so that the rows look like names and not like a grating. */
const widths = [
  [38, 72],
  [52, 58],
  [30, 80],
  [46, 64],
] as const;

/** Rows that have not come yet, in the measures of real ones, so that nothing jumps when they do. */
export function SkeletonRows({ count, label }: SkeletonRowsProps): VNode {
  return (
    <div class="ss-skeleton-rows" role="status">
      <span class="ss-aloud">{label}</span>
      {Array.from({ length: count }, (_, index) => {
        const [first, second] = widths[index % widths.length] ?? widths[0];
        return (
          <div key={index} class="ss-row" aria-hidden="true">
            <span class="ss-skeleton ss-skeleton-face" />
            <span class="ss-row-main">
              <span class="ss-skeleton-line">
                <Skeleton width={`${first}%`} />
              </span>
              <span class="ss-skeleton-line">
                <Skeleton width={`${second}%`} />
              </span>
            </span>
          </div>
        );
      })}
    </div>
  );
}
