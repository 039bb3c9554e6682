import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import { Button } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { Menu, type MenuGroup } from '../../../components/Menu.tsx';
import { TextInput } from '../../../components/TextInput.tsx';
import { ToastRegion, type Toast } from '../../../components/Toast.tsx';
import { Part } from '../Part.tsx';
import type { Query } from '../query.ts';

const groups: readonly MenuGroup[] = [
  {
    label: 'Timeout',
    items: [
      { id: '60', label: '1 minute', icon: 'clock', keys: '1' },
      { id: '600', label: '10 minutes', icon: 'clock', keys: 'T', hint: 'usual' },
      { id: '1209600', label: '2 weeks', icon: 'clock' },
    ],
  },
  {
    items: [
      { id: 'note', label: 'Write a note about TheLongestNameThatAnyoneCouldEverHave', icon: 'note' },
      { id: 'follow', label: 'Show only while I moderate', choice: { kind: 'check', on: true } },
      { id: 'none', label: 'Not possible now', icon: 'shield', disabled: true },
    ],
  },
  { items: [{ id: 'ban', label: '차단', icon: 'ban', danger: true, keys: 'B' }] },
];

const samples: readonly Toast[] = [
  { id: 'deleted', kind: 'info', message: 'Deleted a message of 한밤의무대' },
  {
    id: 'refused',
    kind: 'error',
    message: 'LumenAndLace was not banned',
    detail: 'Twitch said: the user is already banned.',
    action: { label: 'Try again', icon: 'refresh', onPress: () => undefined },
  },
  {
    id: 'done',
    kind: 'success',
    message: 'Timed out TheLongestNameThatAnyoneCouldEverHaveRegistered for 10 minutes',
    action: { label: 'Undo', icon: 'undo', onPress: () => undefined },
  },
];

/** What floats over the page; pressed open here, and drawn open by `?open=`. */
export function Overlays(): VNode {
  const [toasts, setToasts] = useState<readonly Toast[]>(samples);
  const [made, setMade] = useState(0);
  const [dialog, setDialog] = useState<'dialog' | 'confirm' | null>(null);
  return (
    <>
      <Part title="Toasts (new ones stay 8 seconds and hold under the pointer)">
        <div class="g-toasts">
          <ToastRegion
            where="inline"
            label="Messages"
            dismissLabel="Close"
            toasts={toasts}
            onLeave={(id) => setToasts((all) => all.filter((toast) => toast.id !== id))}
          />
        </div>
      </Part>
      <Part title="Press">
        <div class="g-row">
          <Button
            onClick={() => {
              setMade(made + 1);
              setToasts((all) => [
                ...all,
                {
                  id: `made-${made}`,
                  kind: 'success',
                  message: `Timed out chatter ${made} for 10 minutes`,
                  action: { label: 'Undo', icon: 'undo', onPress: () => undefined },
                  stayMs: 8000,
                },
              ]);
            }}
          >
            Toast
          </Button>
          <Button onClick={() => setDialog('dialog')}>Dialog</Button>
          <Button onClick={() => setDialog('confirm')}>Confirmation</Button>
          <Menu label="Menu" groups={groups} onSelect={() => undefined} />
          <IconButton icon="bell" label="A tooltip" keys="Shift+N" />
        </div>
        {dialog && <Sample overlay={dialog} onClose={() => setDialog(null)} />}
      </Part>
    </>
  );
}

/** One overlay, open. */
export function Shown({ overlay }: { overlay: NonNullable<Query['open']> }): VNode {
  const holderRef = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(true);

  // Late enough for the tooltip layer to be listening.
  useEffect(() => {
    const button = holderRef.current?.querySelector('button');
    if (overlay === 'menu') button?.click();
    if (overlay === 'tooltip') button?.focus();
  }, [overlay]);

  return (
    <div ref={holderRef} class="g-section" style={{ minBlockSize: '420px', justifyItems: 'center' }}>
      <h2>{overlay}</h2>
      {overlay === 'menu' && <Menu label="Actions" groups={groups} onSelect={() => undefined} />}
      {overlay === 'tooltip' && <IconButton icon="clock" label="Timeout 10 minutes" keys="Shift+T" />}
      {open && (overlay === 'dialog' || overlay === 'confirm') && (
        <Sample overlay={overlay} onClose={() => setOpen(false)} />
      )}
    </div>
  );
}

function Sample({ overlay, onClose }: { overlay: 'dialog' | 'confirm'; onClose: () => void }): VNode {
  const [note, setNote] = useState('');
  return overlay === 'dialog' ? (
    <Dialog
      title="Note about 한밤의무대"
      closeLabel="Close"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" onClick={onClose}>
            Save
          </Button>
        </>
      }
    >
      <TextInput label="Note" multiline value={note} onChange={setNote} hint="Only you can see it." />
    </Dialog>
  ) : (
    <Dialog
      title="Ban 312 chatters?"
      size="small"
      insistent
      closeLabel="Close"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="danger" icon="ban" onClick={onClose}>
            Ban all
          </Button>
        </>
      }
    >
      <p>They wrote the same line in the last two minutes. Moderators and subscribers are left out.</p>
    </Dialog>
  );
}
