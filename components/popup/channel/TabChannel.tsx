import type { ComponentChildren, VNode } from 'preact';
import { useId, useState } from 'preact/hooks';

import type { AccountsView } from '../../../lib/accounts/accounts.ts';
import type { QueueState } from '../../../lib/channel/queue-desk.ts';
import type { ToolOutcome, ToolsState } from '../../../lib/channel/tools-desk.ts';
import {
  choicesWith,
  followerChoices,
  slowChoices,
  type ChannelView,
  type ToolWish,
} from '../../../lib/channel/tools.ts';
import { type ChannelRole, mayEdit, type PageRole, roleTexts } from '../../../lib/channel/role.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text, type TextKey } from '../../../lib/text.ts';
import { Avatar } from '../../Avatar.tsx';
import { Badge, Chip } from '../../Badge.tsx';
import { Banner } from '../../Banner.tsx';
import { Button } from '../../Button.tsx';
import { formatDuration } from '../../duration.ts';
import { countdown } from '../../formats.ts';
import { useLocale } from '../../locale.ts';
import { Age } from '../../RelativeTime.tsx';
import { Select } from '../../Select.tsx';
import { TextInput } from '../../TextInput.tsx';
import { useSteady } from '../../use-steady.ts';
import type { PopupActions } from '../actions.ts';
import { FailureBanner } from '../failures.tsx';
import { ProfileHere } from './ProfileHere.tsx';
import { type QueueActions, QueueLine } from './QueueLine.tsx';

/** What can be done with the tab's channel. */
export interface TabChannelActions extends Pick<PopupActions, 'signIn' | 'openOptions'> {
  readonly act: (wish: ToolWish) => void;
  /** Does once more what failed. */
  readonly refresh: () => void;
  readonly allow: () => void;
  readonly dismiss: () => void;
  readonly open: (what: 'chat' | 'mod-view', login: string) => void;
  readonly openUrl: (url: string) => void;
  /** Puts another profile of the moderation tools in force in the channel; `undefined`: the one of everywhere. */
  readonly useProfile: (login: string, profile: string | undefined) => void;
}

/** What it is drawn from. `now` is Unix epoch milliseconds. */
export interface TabChannelProps {
  state: ToolsState;
  /** Its login. */
  channel: string;
  /** What the user is taken for there until that is known. */
  expected: ChannelRole;
  /** What its page says that they are beside. */
  also: readonly PageRole[];
  signedIn: AccountsView | undefined;
  settings: Settings;
  /** Whoever asks to be unbanned there; `undefined`: not looked at. */
  queue: QueueState | undefined;
  queueActions: QueueActions;
  now: number;
  actions: TabChannelActions;
}

/** The channel in the tab in front: what one is there, and what one can do at once. */
export function TabChannel(props: TabChannelProps): VNode {
  const { state, channel, signedIn, actions } = props;
  const id = useId();
  const steady = useSteady<HTMLElement>();
  return (
    <section
      class="ss-round-region"
      aria-labelledby={id}
      aria-busy={(!state.view && !state.failure) || undefined}
      ref={steady}
    >
      <h2 id={id} class="ss-aloud">
        {text('tabChannelTitle', state.view?.name ?? channel)}
      </h2>
      {state.view ? (
        <Known {...props} view={state.view} />
      ) : state.failure ? (
        <FailureBanner failure={state.failure} state={{ signedIn }} actions={actions} />
      ) : (
        <Waiting {...props} />
      )}
    </section>
  );
}

/** The card before anything is known of the channel: it takes the same room, and nothing in it can be pressed. */
function Waiting(props: TabChannelProps): VNode {
  const { channel, expected } = props;
  const view: ChannelView = {
    id: '',
    login: channel,
    name: channel,
    role: expected,
    modes: { slow: null, followers: null, subscribers: false, emotes: false, unique: false },
  };
  return (
    <>
      <span class="ss-aloud" role="status">
        {text('tabChannelLoading')}
      </span>
      <div class="ss-tab-waiting" aria-hidden="true" inert>
        <Known {...props} view={view} />
      </div>
    </>
  );
}

function Known({
  state,
  view,
  signedIn,
  settings,
  also,
  queue,
  queueActions,
  now,
  actions,
}: TabChannelProps & { view: ChannelView }): VNode {
  const { working, outcome } = state;
  return (
    <>
      <div class="ss-tab-channel">
        <Avatar name={view.name} src={view.avatarUrl} size={36} />
        <div class="ss-tab-channel-words">
          <strong class="ss-cut">
            <bdi>{view.name}</bdi>
          </strong>
          <span class="ss-round-sum">
            {view.role === 'broadcaster' ? (
              text('ownChannel')
            ) : view.followedAt === undefined ? (
              text('notFollowed')
            ) : (
              <Age
                at={view.followedAt}
                now={now}
                sentence={(age) => (age === '' ? text('followedToday') : text('followedFor', age))}
              />
            )}
          </span>
        </div>
        <span class="ss-tab-roles">
          {roleTexts(view.role, also).map((role) => (
            <Badge key={role} kind={role === 'roleViewer' ? 'neutral' : 'success'}>
              {text(role)}
            </Badge>
          ))}
        </span>
      </div>
      {view.role !== 'none' && <QueueLine platform="twitch" state={queue} now={now} actions={queueActions} />}
      {view.role !== 'none' && <Modes view={view} working={working} act={actions.act} />}
      {view.role !== 'none' && (
        <ProfileHere
          settings={settings}
          channel={view.login}
          onChoose={(profile) => actions.useProfile(view.login, profile)}
        />
      )}
      <div class="ss-round-actions">
        <Button
          size="small"
          icon="play"
          busy={working?.tool === 'clip'}
          onClick={() => actions.act({ tool: 'clip' })}
        >
          {text(working?.tool === 'clip' ? 'clipMaking' : 'clip')}
        </Button>
        <Button size="small" icon="message" onClick={() => actions.open('chat', view.login)}>
          {text('openChat')}
        </Button>
        {view.role !== 'none' && (
          <Button size="small" icon="shield" onClick={() => actions.open('mod-view', view.login)}>
            {text('openModView')}
          </Button>
        )}
      </div>
      {mayEdit(view.role, also) && <Marker busy={working?.tool === 'mark'} act={actions.act} />}
      {outcome && (
        <div class="ss-channel-late">
          <Outcome outcome={outcome} signedIn={signedIn} actions={actions} />
        </div>
      )}
    </>
  );
}

interface ModesProps {
  view: ChannelView;
  working: ToolWish | undefined;
  act: (wish: ToolWish) => void;
}

const switches = [
  ['subscribers', 'modeSubscribers'],
  ['emotes', 'modeEmotes'],
  ['unique', 'modeUnique'],
] as const;

function Modes({ view, working, act }: ModesProps): VNode {
  const locale = useLocale(undefined);
  const { modes, shield } = view;
  const busy = working !== undefined;
  const lengths = (choices: readonly (number | null)[], now: number | null, unit: number, zero: TextKey) =>
    choicesWith(choices, now).map((length) => ({
      value: String(length),
      label:
        length === null ? text('modeOff') : length === 0 ? text(zero) : formatDuration(length * unit, locale),
    }));
  const lengthFrom = (value: string): number | null => (value === 'null' ? null : Number(value));
  return (
    <>
      <div class="ss-tab-modes" role="group" aria-label={text('chatModes')}>
        <Chip
          label={text('shieldMode')}
          icon="shield"
          pressed={shield === true}
          disabled={busy}
          onPress={() => act({ tool: 'shield', on: shield !== true })}
        />
        {switches.map(([name, label]) => (
          <Chip
            key={name}
            label={text(label)}
            pressed={modes[name]}
            disabled={busy}
            onPress={() => act({ tool: 'modes', change: { [name]: !modes[name] } })}
          />
        ))}
      </div>
      <div class="ss-round-terms" data-even>
        <Select
          label={text('modeSlow')}
          options={lengths(slowChoices, modes.slow, 1, 'modeOff')}
          value={String(modes.slow)}
          disabled={busy}
          onChange={(value) => act({ tool: 'modes', change: { slow: lengthFrom(value) } })}
        />
        <Select
          label={text('modeFollowers')}
          options={lengths(followerChoices, modes.followers, 60, 'modeFollowersAny')}
          value={String(modes.followers)}
          disabled={busy}
          onChange={(value) => act({ tool: 'modes', change: { followers: lengthFrom(value) } })}
        />
      </div>
    </>
  );
}

/** The longest description of a marker, in letters. */
const markerLimit = 140;

function Marker({ busy, act }: { busy: boolean; act: (wish: ToolWish) => void }): VNode {
  const [description, setDescription] = useState('');
  const over = Array.from(description).length > markerLimit;
  return (
    <form
      class="ss-tab-marker"
      onSubmit={(event) => {
        event.preventDefault();
        if (!over) act({ tool: 'mark', description: description.trim() });
      }}
    >
      <TextInput
        label={text('markerNote')}
        placeholder={text('markerNote')}
        hideLabel
        value={description}
        error={over ? text('roundTooLong', Array.from(description).length - markerLimit) : undefined}
        onChange={setDescription}
      />
      <Button type="submit" icon="flag" busy={busy}>
        {text('marker')}
      </Button>
    </form>
  );
}

interface OutcomeProps {
  outcome: ToolOutcome;
  signedIn: AccountsView | undefined;
  actions: TabChannelActions;
}

function Outcome({ outcome, signedIn, actions }: OutcomeProps): VNode {
  if (outcome.kind === 'failed') {
    return <FailureBanner failure={outcome.failure} state={{ signedIn }} actions={actions} />;
  }
  const { undo, detail } = outcome;
  const url = detail?.url;
  let action: ComponentChildren;
  if (undo) {
    action = (
      <Button size="small" icon="undo" onClick={() => actions.act(undo)}>
        {text('undo')}
      </Button>
    );
  } else if (url !== undefined) {
    action = (
      <Button size="small" iconAfter="external" onClick={() => actions.openUrl(url)}>
        {text('clipOpen')}
      </Button>
    );
  }
  return (
    <Banner kind="success" action={action} onDismiss={actions.dismiss} dismissLabel={text('dismiss')}>
      {doneWords(outcome)}
    </Banner>
  );
}

function doneWords({ wish, detail }: ToolOutcome & { kind: 'done' }): string {
  switch (wish.tool) {
    case 'modes':
      return text('modesChanged');
    case 'shield':
      return text(wish.on ? 'shieldIsOn' : 'shieldIsOff');
    case 'clip':
      return text('clipMade');
    case 'mark':
      return detail?.seconds === undefined
        ? text('markerSet')
        : text('markerSetAt', countdown(detail.seconds * 1000));
  }
}
