import type { VNode } from 'preact';

import { Button } from '../../../components/Button.tsx';
import { IconButton } from '../../../components/IconButton.tsx';
import { Menu } from '../../../components/Menu.tsx';
import { ButtonGroup, Toolbar } from '../../../components/Toolbar.tsx';
import { Part } from '../Part.tsx';

const kinds = ['plain', 'primary', 'quiet', 'danger'] as const;
const sizes = ['small', 'normal', 'large'] as const;

/** Buttons, and what is made of them. */
export function Buttons(): VNode {
  return (
    <>
      {kinds.map((kind) => (
        <Part key={kind} title={kind}>
          <div class="g-row">
            <Button kind={kind}>Sign in</Button>
            <Button kind={kind} icon="refresh">
              Try again
            </Button>
            <Button kind={kind} data-hover>
              Hovered
            </Button>
            <Button kind={kind} data-focus>
              Focused
            </Button>
            <Button kind={kind} busy>
              Saving
            </Button>
            <Button kind={kind} disabled>
              Disabled
            </Button>
          </div>
        </Part>
      ))}
      <Part title="Sizes; long words; a Korean label">
        <div class="g-row">
          {sizes.map((size) => (
            <Button key={size} size={size} icon="plus">
              {size}
            </Button>
          ))}
          <Button>로그인하기</Button>
        </div>
        <div class="g-narrow">
          <Button icon="external">Open the channel of TheLongestNameThatAnyone</Button>
        </div>
      </Part>
      <Part title="Icon buttons: quiet, plain, danger, pressed, hovered, focused, busy, disabled">
        <div class="g-row">
          <IconButton icon="settings" label="Options" />
          <IconButton icon="settings" label="Options, plain" kind="plain" />
          <IconButton icon="ban" label="Ban" kind="danger" keys="B" />
          <IconButton icon="pin" label="Pinned" pressed />
          <IconButton icon="refresh" label="Refresh" data-hover />
          <IconButton icon="ban" label="Ban, hovered" kind="danger" data-hover />
          <IconButton icon="refresh" label="Refresh, focused" data-focus />
          <IconButton icon="refresh" label="Refreshing" busy />
          <IconButton icon="trash" label="Delete, disabled" disabled />
          <IconButton icon="close" label="Close, small" size="small" />
          <IconButton icon="close" label="Close, large" size="large" />
        </div>
      </Part>
      <Part title="Toolbar, joined group, menu">
        <div class="g-row">
          <Toolbar label="Moderate sample">
            <IconButton size="small" icon="clock" label="Timeout 10 minutes" />
            <IconButton size="small" icon="ban" label="Ban" kind="danger" />
            <IconButton size="small" icon="trash" label="Delete message" />
            <Menu
              size="small"
              iconOnly
              label="More"
              groups={[{ items: [{ id: 'copy', label: 'Copy', icon: 'copy' }] }]}
              onSelect={() => undefined}
            />
          </Toolbar>
          <ButtonGroup label="Open">
            <Button icon="play">Channel</Button>
            <Button icon="message">Chat</Button>
            <IconButton kind="plain" icon="chevron-down" label="More ways to open" />
          </ButtonGroup>
          <Menu
            label="Sort"
            icon="sort"
            groups={[{ items: [{ id: 'viewers', label: 'Viewers', choice: { kind: 'radio', on: true } }] }]}
            onSelect={() => undefined}
          />
        </div>
      </Part>
    </>
  );
}
