import type { VNode } from 'preact';

import type { Doing } from '../../lib/chzzk/manage/wish.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Banner } from '../Banner.tsx';
import { Button } from '../Button.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { wholeDays } from '../formats.ts';
import { useLocale } from '../locale.ts';
import type { ManageProps } from './props.ts';
import { ManyNews } from './ManyNews.tsx';

const doneWords = {
  'add-word': 'wordAdded',
  'edit-word': 'wordEdited',
  'remove-word': 'wordRemoved',
  'remove-all-words': 'wordsRemoved',
  restrict: 'restrictDone',
  'edit-restriction': 'restrictionEdited',
  'take-back': 'liftDone',
  lift: 'liftDone',
  accept: 'liftDone',
  reject: 'requestRejected',
  'give-role': 'helperGiven',
  'take-role': 'helperTaken',
  'set-rule': 'chatRuleSaved',
  'remove-clip': 'clipRemoved',
  'set-settings': 'broadcastSaved',
} as const satisfies Record<Doing['what'], TextKey>;

/** What was done; a change that is taken back is a change. */
const deedOf = (doing: Doing): Doing['what'] =>
  doing.what === 'take-back' && doing.of === 'edit-restriction' ? doing.of : doing.what;

/** What the button that takes it back says: a restriction that comes back has its days before it once more. */
const undoWords = (undo: Doing, language: string | undefined): string =>
  undo.what === 'restrict' && undo.days !== null
    ? text('restrictAgain', wholeDays(undo.days, language))
    : text('undo');

/** How the last change went. It stands over the page's end, so that it moves nothing that somebody is about to press. */
export function News({
  state: { trouble, done, bulk },
  actions,
}: Pick<ManageProps, 'state' | 'actions'>): VNode {
  const language = useLocale(undefined);
  const needsTab = trouble?.failure.code === 'chzzk-no-tab';
  return (
    <div class="ss-manage-news">
      {bulk && <ManyNews bulk={bulk} actions={actions} />}
      {trouble && (
        <FailureNote
          platform="chzzk"
          failure={trouble.failure}
          action={
            needsTab && (
              <Button size="small" onClick={actions.openAndAct}>
                {text('manageOpenTab')}
              </Button>
            )
          }
        />
      )}
      {done && (
        <div class="ss-note">
          <Banner
            kind="success"
            action={
              done.undo && (
                <Button size="small" icon="undo" onClick={actions.undo}>
                  {undoWords(done.undo, language)}
                </Button>
              )
            }
          >
            {text(doneWords[deedOf(done.doing)], done.what || text('requestLeft'))}
          </Banner>
        </div>
      )}
    </div>
  );
}
