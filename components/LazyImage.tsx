import type { VNode } from 'preact';

/** What a picture beside words is drawn from. */
export interface LazyImageProps {
  src: string;
  /** It could not be had. */
  onFail: () => void;
}

/** A picture that says nothing which does not stand beside it; loaded when it comes into view. */
export function LazyImage({ src, onFail }: LazyImageProps): VNode {
  // `loading` stands first: after the source it has no effect in Firefox (bug 1647077).
  return <img loading="lazy" src={src} alt="" decoding="async" draggable={false} onError={onFail} />;
}
