import type { VNode } from 'preact';

/** What a key is drawn from. */
export interface KbdProps {
  /** Keys held together joined by `+`, as in `Shift+T`. */
  keys: string;
}

/** The keys to press, each as a key cap. */
export function Kbd({ keys }: KbdProps): VNode {
  return (
    <kbd class="ss-kbd" dir="ltr">
      {keys.split(/(?<=.)\+/).map((key, index) => (
        <kbd key={index}>{key}</kbd>
      ))}
    </kbd>
  );
}
