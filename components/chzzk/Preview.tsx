import type { ComponentChildren, TargetedSubmitEvent, VNode } from 'preact';

import { text, type TextKey } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';

/** What it is about: how many that are, and what their list is called. */
const words = {
  viewers: { count: 'manyPreview', list: 'logWhom' },
  words: { count: 'manyWords', list: 'prohibitedWords' },
  clips: { count: 'manyClips', list: 'clips' },
} as const satisfies Record<string, Readonly<Record<'count' | 'list', TextKey>>>;

/** The most names that are shown beforehand; how many there are is said besides. */
const shownAtMost = 100;

/** What the preview is drawn from. */
export interface PreviewProps {
  title: string;
  /** The words on the button that does it. */
  does: string;
  names: readonly string[];
  /** What these are the names of. */
  about?: keyof typeof words | undefined;
  /** What has to be filled in is still missing. */
  isIncomplete?: boolean | undefined;
  /** It lets somebody in rather than keeping them out. */
  isKind?: boolean | undefined;
  /** What has to be filled in, or known. */
  children?: ComponentChildren;
  onClose: () => void;
  onDo: () => void;
}

/** Whom or what it would be about, before anything happens. */
export function Preview({
  title,
  does,
  names,
  about = 'viewers',
  isIncomplete = false,
  isKind = false,
  children,
  onClose,
  onDo,
}: PreviewProps): VNode {
  const isReady = names.length > 0 && !isIncomplete;
  const act = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isReady) return;
    onClose();
    onDo();
  };
  return (
    <Dialog title={title} closeLabel={text('close')} onClose={onClose}>
      <form class="ss-manage-many" onSubmit={act}>
        {children}
        <p role="status">{text(words[about].count, names.length)}</p>
        {names.length > 0 && (
          <ul class="ss-manage-names" aria-label={text(words[about].list)} tabIndex={0}>
            {names.slice(0, shownAtMost).map((name, index) => (
              <li key={index}>
                <bdi>{name}</bdi>
              </li>
            ))}
            {names.length > shownAtMost && <li>{text('manyMore', names.length - shownAtMost)}</li>}
          </ul>
        )}
        <p class="ss-quiet">{text('manySlow')}</p>
        <div class="ss-manage-form">
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button kind={isKind ? 'primary' : 'danger'} type="submit" disabled={!isReady}>
            {does}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
