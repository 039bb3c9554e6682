import type { ComponentChildren, VNode } from 'preact';

/** What the words of a row are drawn from. */
export interface RowWordsProps {
  /** The first line. Someone's name, as a rule: it keeps its own direction of writing. */
  title: string;
  /** Small things after the title: badges, marks. */
  marks?: ComponentChildren;
  /** The second line. */
  text?: string | undefined;
  /** A third line, quieter still. */
  note?: ComponentChildren;
}

/** The lines of a row. */
export function RowWords({ title, marks, text, note }: RowWordsProps): VNode {
  return (
    <>
      <span class="ss-row-line">
        <bdi class="ss-row-title ss-cut" title={title}>
          {title}
        </bdi>
        {marks}
      </span>
      {text !== undefined && (
        <span class="ss-row-text ss-cut" dir="auto" title={text}>
          {text}
        </span>
      )}
      {note !== undefined && <span class="ss-row-note ss-cut">{note}</span>}
    </>
  );
}
