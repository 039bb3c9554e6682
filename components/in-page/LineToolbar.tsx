import type { VNode } from 'preact';

import type { ChatMessage } from '../../lib/chat/message.ts';
import { chordText } from '../../lib/hotkeys/chord.ts';
import { buttonText, iconOf, rungText } from '../../lib/moderation/button-words.ts';
import { durationText } from '../../lib/moderation/duration.ts';
import type { NextStep } from '../../lib/moderation/ladder.ts';
import { type LineButton, restrictionOf } from '../../lib/moderation/line-button.ts';
import type { Protected } from '../../lib/moderation/protect.ts';
import { text } from '../../lib/text.ts';
import { ariaKeys } from '../aria-keys.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { MenuButton, type MenuButtonProps } from '../MenuButton.tsx';
import { Toolbar } from '../Toolbar.tsx';
import { termGroups, termOf } from './terms.ts';

/** What the tools of a line are drawn from. */
export interface LineToolbarProps {
  message: ChatMessage;
  /** Whom the author is, when that protects them. */
  standing: Protected | undefined;
  /** Nothing is done to anybody here. */
  quiet?: boolean | undefined;
  /** Those that are there now, in order. */
  buttons: readonly LineButton[];
  /** The hotkey of a button, by its id; empty: none. */
  keyOf: (buttonId: string) => string;
  /** The next step of the offence ladder; `undefined` until it is known. */
  next: NextStep | undefined;
  /** Timeouts to choose from, in s. */
  presets: readonly number[];
  onPress: (button: LineButton) => void;
  /** A length was chosen from the menu. */
  onLength: (seconds: number) => void;
  /** Another length is wanted. */
  onOtherLength: () => void;
  /** The menu opened or closed; chat must hold still meanwhile. */
  onMenu: (open: boolean) => void;
  /** What the menus open; they have to be brought. */
  menu: MenuButtonProps['popup'];
  /** They cannot be had. */
  missed?: ((error: unknown) => void) | undefined;
  /** Esc: back to the line. */
  onEscape: () => void;
}

/** What every button with a menu is given. */
type Opening = 'onMenu' | 'menu' | 'missed';

/** The entry of the menu of lengths that asks for another one. */
const other = 'other';

/** The moderator's tools for one chat line. */
export function LineToolbar(props: LineToolbarProps): VNode {
  const { message, standing, quiet = false, buttons, onEscape } = props;
  return (
    <div
      class="ss-line-toolbar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onEscape();
      }}
    >
      <Toolbar label={text(quiet ? 'quietToolbar' : 'lineToolbar', message.author.login)}>
        {standing && <Standing standing={standing} />}
        {buttons.map((button) => (
          <Tool key={button.id} button={button} {...props} />
        ))}
      </Toolbar>
    </div>
  );
}

function Tool({ button, ...props }: LineToolbarProps & { button: LineButton }): VNode {
  const { keyOf, next, presets, onPress, onLength, onOtherLength, onMenu, menu, missed } = props;
  const opening = { onMenu, menu, missed };
  const [first] = button.steps;
  if (first?.do === 'lengths') {
    return (
      <LineMenu
        button={button}
        groups={[
          {
            items: presets.map((seconds) => ({
              id: String(seconds),
              label: durationText(seconds),
              keys: keyText(keyOf(`length:${seconds}`)),
            })),
          },
          { items: [{ id: other, label: text('lineOtherLength'), keys: keyText(keyOf('button:length')) }] },
        ]}
        onSelect={(id) => (id === other ? onOtherLength() : onLength(Number(id)))}
        {...opening}
      />
    );
  }
  if (first?.do === 'terms') {
    return <Terms button={button} keyOf={keyOf} onPress={onPress} {...opening} />;
  }
  const keys = keyText(keyOf(`button:${button.id}`));
  if (first?.do === 'next') {
    // It says what it will do before it does it.
    return (
      <Button
        size="small"
        kind="quiet"
        icon={iconOf(button)}
        aria-label={next && `${text('lineNext')}: ${rungText(next.rung)}`}
        aria-keyshortcuts={ariaKeys(keys)}
        data-colour={button.colour}
        data-next
        data-tip={next ? text('nextWhy', next.offence) : text('lineNext')}
        data-tip-keys={keys}
        aria-disabled={next === undefined || undefined}
        onClick={() => next && onPress(button)}
      >
        {next ? rungText(next.rung) : '…'}
      </Button>
    );
  }
  const isTimeout = button.steps.some((step) => step.do === 'timeout');
  return (
    <IconButton
      size="small"
      icon={iconOf(button)}
      label={buttonText(button)}
      keys={keys}
      kind={button.steps.some((step) => step.do === 'ban') ? 'danger' : 'quiet'}
      data-colour={button.colour}
      tip={isTimeout ? `${buttonText(button)}. ${text('lineTimeoutTip')}` : undefined}
      onClick={() => onPress(button)}
      {...(isTimeout && {
        onContextMenu: (event: MouseEvent) => {
          event.preventDefault();
          afterPress(event, onOtherLength);
        },
      })}
    />
  );
}

/** How long somebody is barred for: chosen first, the reason is asked for after that. */
function Terms({
  button,
  keyOf,
  onPress,
  ...opening
}: Pick<LineToolbarProps, 'keyOf' | 'onPress' | Opening> & { button: LineButton }): VNode {
  return (
    <LineMenu
      button={button}
      groups={termGroups(keyOf)}
      onSelect={(id) => onPress({ ...button, ...restrictionOf(termOf(id)) })}
      {...opening}
    />
  );
}

/** A button of the line that opens a menu. */
function LineMenu({
  button,
  groups,
  onSelect,
  onMenu,
  menu,
  missed,
}: Pick<MenuButtonProps, 'groups' | 'onSelect'> &
  Pick<LineToolbarProps, Opening> & { button: LineButton }): VNode {
  return (
    <MenuButton
      size="small"
      icon={iconOf(button)}
      iconOnly
      align="end"
      label={buttonText(button)}
      groups={groups}
      // The menu gives the focus back when it closes; a question takes it after that.
      onSelect={(id) => setTimeout(() => onSelect(id))}
      onOpen={onMenu}
      popup={menu}
      missed={missed}
    />
  );
}

/** Some browsers tell of a context menu when the button goes down; its going up would close what opens then. */
function afterPress({ buttons }: MouseEvent, open: () => void): void {
  if (buttons === 0) open();
  else addEventListener('pointerup', () => setTimeout(open), { once: true, capture: true });
}

const keyText = (chord: string): string | undefined => (chord === '' ? undefined : chordText(chord));

const standings = {
  self: { word: 'standingSelf', why: 'standingSelfWhy', icon: 'user' },
  broadcaster: { word: 'standingBroadcaster', why: 'standingBroadcasterWhy', icon: 'star' },
  moderator: { word: 'standingModerator', why: 'standingModeratorWhy', icon: 'shield' },
} as const;

function Standing({ standing }: { standing: Protected }): VNode {
  const { word, why, icon } = standings[standing];
  return (
    <span class="ss-standing" data-tip={text(why)}>
      <Icon name={icon} size={14} />
      {text(word)}
      <span class="ss-aloud">{text(why)}</span>
    </span>
  );
}
