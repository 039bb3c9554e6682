import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';

import { sideSights, tilings } from '../../lib/live/side-choices.ts';
import { saveCategories } from '../../lib/options/notice-categories.ts';
import type { FieldKey } from '../../lib/options/setting-field.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { sightWords, tilingWords } from '../popup/rows/side-words.ts';
import { Switch } from '../Checkbox.tsx';
import { Choice } from '../Choice.tsx';
import { NumberInput } from '../NumberInput.tsx';
import { Slider } from '../Slider.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import { SettingsFailure, type SettingsSectionProps } from './Moderation.tsx';
import { SavedMark } from './SavedMark.tsx';
import { Card, Page } from '../Section.tsx';
import { OwnActions } from './OwnActions.tsx';
import { SettingText } from './SettingText.tsx';
import { TableSettings } from './TableSettings.tsx';

/** What the section is drawn from. */
export interface LiveSettingsProps extends SettingsSectionProps {
  /** The card of the lists of channels. */
  channels: ComponentChildren;
}

/** What the list in the popup looks like, as it can be chosen there too. */
const listSettings = [
  'live.rows',
  'live.sort',
  'live.reversed',
  'live.preview',
  'live.platform',
  'live.whose',
] as const satisfies readonly FieldKey[];

/** How channels open, how often Twitch is asked, and what the user is told of. */
export function LiveSettings({ state, actions, channels }: LiveSettingsProps): VNode {
  const { settings, settingsFailure } = state;
  return (
    <Page title={text('optionsLive')} lead={text('liveLead')}>
      {settingsFailure && <SettingsFailure failure={settingsFailure} onRetry={actions.reloadSettings} />}
      {!settings && !settingsFailure && <SkeletonRows count={3} label={text('optionsLoading')} />}
      {settings && (
        <>
          <Opening state={state} actions={actions} settings={settings} />
          <Card title={text('optionsPlaces')} text={text('optionsPlacesLead')}>
            <div class="ss-log-bar">
              <Button icon="grid" onClick={() => actions.openPopupIn('window')}>
                {text('popupWindow')}
              </Button>
              <Button icon="chevron-right" onClick={() => actions.openPopupIn('side')}>
                {text('popupSide')}
              </Button>
            </div>
          </Card>
          <Card title={text('listLook')} text={text('listLookLead')}>
            <TableSettings
              keys={listSettings}
              settings={settings}
              savings={state.savings}
              onChange={actions.write}
            />
          </Card>
          <Background state={state} actions={actions} settings={settings} />
          <Notices state={state} actions={actions} settings={settings} />
          {channels}
          <Card title={text('ownActions')} text={text('ownActionsLead')}>
            <OwnActions
              links={settings['live.actions']}
              onChange={(links) => actions.write('live.actions', links)}
            />
            <SavedMark saving={state.savings['live.actions']} />
          </Card>
        </>
      )}
    </Page>
  );
}

type PartProps = SettingsSectionProps & { settings: Settings };

function Opening({ state: { savings }, actions, settings }: PartProps): VNode {
  return (
    <Card title={text('liveOpening')}>
      <div class="ss-setting">
        <Choice
          label={text('liveOpenIn')}
          options={[
            { value: 'tab', label: text('liveOpenInTab') },
            { value: 'background', label: text('liveOpenInBackground') },
            { value: 'current', label: text('liveOpenInCurrent') },
            { value: 'window', label: text('liveOpenInWindow') },
          ]}
          value={settings['live.openIn']}
          onChange={(value) => actions.write('live.openIn', value)}
        />
        <SavedMark saving={savings['live.openIn']} />
      </div>
      <div class="ss-setting">
        <Choice
          label={text('liveOpens')}
          options={[
            { value: 'channel', label: text('liveOpensChannel') },
            { value: 'chat', label: text('liveOpensChat') },
            { value: 'player', label: text('liveOpensPlayer') },
          ]}
          value={settings['live.opens']}
          onChange={(value) => actions.write('live.opens', value)}
        />
        <SavedMark saving={savings['live.opens']} />
      </div>
      <div class="ss-setting">
        <Choice
          label={text('settingSideShows')}
          options={sideSights.map((value) => ({ value, label: text(sightWords[value]) }))}
          value={settings['live.sideShows']}
          onChange={(value) => actions.write('live.sideShows', value)}
        />
        <SavedMark saving={savings['live.sideShows']} />
      </div>
      <div class="ss-setting">
        <Choice
          label={text('settingSideTiling')}
          options={tilings.map((value) => ({ value, label: text(tilingWords[value]) }))}
          value={settings['live.sideTiling']}
          onChange={(value) => actions.write('live.sideTiling', value)}
        />
        <SavedMark saving={savings['live.sideTiling']} />
      </div>
    </Card>
  );
}

function Background({ state: { savings }, actions, settings }: PartProps): VNode {
  return (
    <Card title={text('liveBackground')}>
      <div class="ss-setting">
        <Switch
          label={text('liveBadgeSwitch')}
          checked={settings['live.badge']}
          onChange={(on) => actions.write('live.badge', on)}
        />
        <SavedMark saving={savings['live.badge']} />
      </div>
      {settings['live.badge'] && (
        <div class="ss-setting">
          <Choice
            label={text('badgeOfLabel')}
            hint={text('badgeOfHint')}
            options={[
              { value: 'live', label: text('badgeOfLive') },
              { value: 'queues', label: text('badgeOfQueues') },
            ]}
            value={settings['live.badgeOf']}
            onChange={(value) => actions.write('live.badgeOf', value)}
          />
          <SavedMark saving={savings['live.badgeOf']} />
        </div>
      )}
      <div class="ss-setting">
        <Switch
          label={text('livePausedSwitch')}
          hint={text('livePausedHint')}
          checked={settings['live.paused']}
          onChange={(on) => actions.write('live.paused', on)}
        />
        <SavedMark saving={savings['live.paused']} />
      </div>
      <div class="ss-setting">
        <Whole
          label={text('liveMinutes')}
          hint={text('liveMinutesHint')}
          unit={text('liveMinutesUnit')}
          min={1}
          max={60}
          value={settings['live.refreshMinutes']}
          onChange={(minutes) => actions.write('live.refreshMinutes', minutes)}
        />
        <SavedMark saving={savings['live.refreshMinutes']} />
      </div>
    </Card>
  );
}

function Notices({ state: { savings }, actions, settings }: PartProps): VNode {
  /** What the browser did not permit. */
  const [refused, setRefused] = useState<'of' | 'categories' | 'watched'>();
  const choose = async (value: Settings['notifications.of']): Promise<void> => {
    // The browser's own question needs this press, so nothing may come before it.
    const permitted = value === 'nobody' || (await actions.permitNotifications());
    setRefused(permitted ? undefined : 'of');
    if (permitted) actions.write('notifications.of', value);
  };
  const typeCategories = async (words: string): Promise<void> => {
    const permitted = await saveCategories(words, settings, actions);
    setRefused(permitted ? undefined : 'categories');
  };
  const tellOfWatched = async (on: boolean): Promise<void> => {
    const permitted = !on || (await actions.permitNotifications());
    setRefused(permitted ? undefined : 'watched');
    if (permitted) actions.write('notifications.watched', on);
  };
  return (
    <Card title={text('notices')} text={text('noticesChosenHint')}>
      <div class="ss-setting">
        <Choice
          label={text('noticesOf')}
          options={[
            { value: 'nobody', label: text('noticesNobody') },
            { value: 'chosen', label: text('noticesChosen') },
            { value: 'everybody', label: text('noticesEverybody') },
          ]}
          value={settings['notifications.of']}
          onChange={(value) => void choose(value)}
        />
        <SavedMark saving={savings['notifications.of']} />
      </div>
      {refused === 'of' && <p role="alert">{text('noticesRefused')}</p>}
      <div class="ss-setting">
        <Switch
          label={text('noticesReruns')}
          checked={settings['notifications.reruns']}
          onChange={(on) => actions.write('notifications.reruns', on)}
        />
        <SavedMark saving={savings['notifications.reruns']} />
      </div>
      <SettingText
        label={text('noticesCategories')}
        hint={text('noticesCategoriesHint')}
        limit={2_000}
        value={settings['notifications.categories'].join(', ')}
        saving={savings['notifications.categories']}
        onSave={(words) => void typeCategories(words)}
      />
      {refused === 'categories' && <p role="alert">{text('noticesRefused')}</p>}
      <div class="ss-setting">
        <Switch
          label={text('noticesWatched')}
          hint={watchedHint(settings)}
          checked={settings['notifications.watched']}
          onChange={(on) => void tellOfWatched(on)}
        />
        <SavedMark saving={savings['notifications.watched']} />
      </div>
      {refused === 'watched' && <p role="alert">{text('noticesRefused')}</p>}
      {settings['notifications.watched'] && (
        <div class="ss-setting">
          <Whole
            label={text('noticesWatchedViewers')}
            hint={text('noticesWatchedViewersHint')}
            unit={text('noticesWatchedViewersUnit')}
            min={0}
            max={100_000}
            value={settings['notifications.watchedViewers']}
            onChange={(viewers) => actions.write('notifications.watchedViewers', viewers)}
          />
          <SavedMark saving={savings['notifications.watchedViewers']} />
        </div>
      )}
      <div class="ss-setting">
        <Whole
          label={text('noticesBatch')}
          unit={text('noticesBatchUnit')}
          min={1}
          max={20}
          value={settings['notifications.batchAbove']}
          onChange={(count) => actions.write('notifications.batchAbove', count)}
        />
        <SavedMark saving={savings['notifications.batchAbove']} />
      </div>
      <div class="ss-setting">
        <Switch
          label={text('noticesSound')}
          checked={settings['notifications.sound']}
          onChange={(on) => actions.write('notifications.sound', on)}
        />
        <SavedMark saving={savings['notifications.sound']} />
      </div>
      {settings['notifications.sound'] && (
        <div class="ss-setting">
          <Volume
            value={settings['notifications.volume']}
            onChange={(volume) => actions.write('notifications.volume', volume)}
            ring={actions.ring}
          />
          <SavedMark saving={savings['notifications.volume']} />
        </div>
      )}
      <div class="ss-setting">
        <Switch
          label={text('noticesQuiet')}
          checked={settings['notifications.quiet']}
          onChange={(on) => actions.write('notifications.quiet', on)}
        />
        <SavedMark saving={savings['notifications.quiet']} />
      </div>
      {settings['notifications.quiet'] && (
        <div class="ss-setting">
          <Moment
            label={text('noticesQuietFrom')}
            value={settings['notifications.quietFrom']}
            onChange={(minutes) => actions.write('notifications.quietFrom', minutes)}
          />
          <Moment
            label={text('noticesQuietTo')}
            value={settings['notifications.quietTo']}
            onChange={(minutes) => actions.write('notifications.quietTo', minutes)}
          />
        </div>
      )}
    </Card>
  );
}

/** Which categories it is about: they are watched in the popup. */
function watchedHint({ 'live.categories': categories }: Settings): string {
  if (categories.length === 0) return text('noticesWatchedNone');
  return text('noticesWatchedHint', categories.map(({ name }) => name).join(', '));
}

interface WholeProps {
  label: string;
  hint?: string;
  unit: string;
  min: number;
  max: number;
  value: number;
  onChange: (value: number) => void;
}

/** A whole number; what is typed counts as soon as it lies within the limits. */
function Whole({ value, onChange, min, max, ...rest }: WholeProps): VNode {
  const [draft, setDraft] = useState<number | null>(value);
  return (
    <NumberInput
      {...rest}
      value={draft}
      min={min}
      max={max}
      onChange={(typed) => {
        setDraft(typed);
        if (typed !== null && Number.isInteger(typed) && typed >= min && typed <= max) onChange(typed);
      }}
    />
  );
}

interface VolumeProps {
  /** From 1 to 100. */
  value: number;
  onChange: (volume: number) => void;
  ring: (volume: number) => Promise<void>;
}

/** How loud, and how that sounds. */
function Volume({ value, onChange, ring }: VolumeProps): VNode {
  const [rings, setRings] = useState(false);
  const tryIt = (): void => {
    setRings(true);
    void ring(value).finally(() => setRings(false));
  };
  return (
    <div class="ss-volume">
      <Slider
        label={text('noticesVolume')}
        min={10}
        max={100}
        step={10}
        value={value}
        valueText={text('noticesPercent', value)}
        onChange={onChange}
      />
      <Button size="small" icon="play" busy={rings} onClick={tryIt}>
        {text('noticesTry')}
      </Button>
    </div>
  );
}

interface MomentProps {
  label: string;
  /** Minutes after midnight. */
  value: number;
  onChange: (minutes: number) => void;
}

/** A time of day, in the browser's own field for it. */
function Moment({ label, value, onChange }: MomentProps): VNode {
  const two = (part: number): string => String(part).padStart(2, '0');
  return (
    <label class="ss-moment">
      {label}
      <span class="ss-input">
        <input
          type="time"
          value={`${two(Math.floor(value / 60))}:${two(value % 60)}`}
          onChange={(event) => {
            const [hours = NaN, minutes = NaN] = event.currentTarget.value.split(':').map(Number);
            if (Number.isInteger(hours * 60 + minutes)) onChange(hours * 60 + minutes);
          }}
        />
      </span>
    </label>
  );
}
