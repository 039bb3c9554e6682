import type { TargetedSubmitEvent, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { LiveSettings } from '../../lib/chzzk/manage/wish.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Switch } from '../Checkbox.tsx';
import { TextInput } from '../TextInput.tsx';
import { Card } from '../Section.tsx';
import { Arrival } from './Arrival.tsx';
import { CategoryField } from './CategoryField.tsx';
import type { ManageProps } from './props.ts';
import { StreamKeyCard } from './StreamKeyCard.tsx';

/** How a channel's broadcasts are set up, and what they are sent with. */
export function Broadcast({ state, actions }: Omit<ManageProps, 'now'>): VNode {
  const { settings, doing, done } = state;
  /** `undefined`: nothing was changed, so what comes from CHZZK is shown. */
  const [draft, setDraft] = useState<LiveSettings>();

  const saved = done?.doing.what === 'set-settings' ? done.doing : undefined;
  // It may have been saved only after a page of CHZZK's was opened.
  useEffect(() => {
    if (saved) setDraft(undefined);
  }, [saved]);

  return (
    <>
      <Card title={text('broadcastSettings')} text={text('broadcastSettingsLead')}>
        <Arrival isHere={settings !== undefined} state={state} actions={actions} />
        {settings && (
          <SettingsForm
            settings={draft ?? settings}
            isChanged={draft !== undefined}
            busy={doing?.what === 'set-settings'}
            actions={actions}
            onChange={(change) => setDraft({ ...settings, ...draft, ...change })}
            onCancel={() => setDraft(undefined)}
          />
        )}
      </Card>
      <StreamKeyCard state={state} actions={actions} />
    </>
  );
}

interface SettingsFormProps extends Pick<ManageProps, 'actions'> {
  settings: LiveSettings;
  isChanged: boolean;
  busy: boolean;
  onChange: (change: Partial<LiveSettings>) => void;
  onCancel: () => void;
}

const tagsOf = (words: string): readonly string[] => [
  ...new Set(
    words
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
];

function SettingsForm({ settings, isChanged, busy, actions, onChange, onCancel }: SettingsFormProps): VNode {
  const { title, category, tags, adult, clips } = settings;
  /** As they are being typed: a comma at the end is the beginning of the next. */
  const [words, setWords] = useState<string>();
  useEffect(() => {
    if (!isChanged) setWords(undefined);
  }, [isChanged]);

  const save = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isChanged) void actions.act({ what: 'set-settings', settings: { ...settings, title: title.trim() } });
  };

  return (
    <form class="ss-manage-settings" onSubmit={save}>
      <TextInput label={text('broadcastTitle')} value={title} onChange={(now) => onChange({ title: now })} />
      <CategoryField
        category={category}
        find={actions.categories}
        onChoose={(now) => onChange({ category: now })}
      />
      <TextInput
        label={text('broadcastTags')}
        hint={text('broadcastTagsHint')}
        value={words ?? tags.join(', ')}
        onChange={(now) => {
          setWords(now);
          onChange({ tags: tagsOf(now) });
        }}
      />
      <Switch label={text('broadcastAdult')} checked={adult} onChange={(now) => onChange({ adult: now })} />
      <Switch label={text('broadcastClips')} checked={clips} onChange={(now) => onChange({ clips: now })} />
      <div class="ss-manage-form">
        <Button kind="primary" type="submit" busy={busy} disabled={!isChanged}>
          {text('save')}
        </Button>
        <Button disabled={!isChanged} onClick={onCancel}>
          {text('cancel')}
        </Button>
      </div>
    </form>
  );
}
