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
  /** Lines of text in a row; 2 unless told. */
  lines?: 1 | 2 | 3 | undefined;
  /** What is being loaded, for assistive technology. */
  label: string;
}

/** Widths in %, so that the rows look like names and not like a grating. */
const widths = [
  [38, 72, 44],
  [52, 58, 36],
  [30, 80, 52],
  [46, 64, 40],
] as const;

/** Rows that have not come yet, in the measures of real ones, so that nothing jumps when they do. */
export function SkeletonRows({ count, lines = 2, label }: SkeletonRowsProps): VNode {
  return (
    <div class="ss-skeleton-rows" role="status">
      <span class="ss-aloud">{label}</span>
      {Array.from({ length: count }, (_, index) => {
        const row = (widths[index % widths.length] ?? widths[0]).slice(0, lines);
        return (
          <div key={index} class="ss-row" aria-hidden="true">
            <span class="ss-skeleton ss-skeleton-face" />
            <span class="ss-row-main">
              {row.map((width) => (
                <span key={width} class="ss-skeleton-line">
                  <Skeleton width={`${width}%`} />
                </span>
              ))}
            </span>
          </div>
        );
      })}
    </div>
  );
}
