import type { Ref, TargetedKeyboardEvent, VNode } from 'preact';

import { ariaKeys } from './aria-keys.ts';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';
import { Kbd } from './Kbd.tsx';
import { Spinner } from './Spinner.tsx';

/** What a search input is drawn from. */
export interface SearchInputProps {
  /** Its accessible name, and its placeholder unless there is one. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  clearLabel: string;
  placeholder?: string | undefined;
  /** The key that leads here, shown while it is empty. */
  keys?: string | undefined;
  /** The search is under way. */
  busy?: boolean | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
  /** The id of the list that it filters. */
  controls?: string | undefined;
  /** Sees keys first: arrows into the list, Enter. */
  onKeyDown?: ((event: TargetedKeyboardEvent<HTMLInputElement>) => void) | undefined;
  inputRef?: Ref<HTMLInputElement> | undefined;
}

/** Filters or searches as one types; Esc empties it, and only when it is empty goes on to whatever is around. */
export function SearchInput({
  label,
  value,
  onChange,
  clearLabel,
  placeholder = label,
  keys,
  busy = false,
  disabled,
  autoFocus,
  controls,
  onKeyDown,
  inputRef,
}: SearchInputProps): VNode {
  return (
    <div class="ss-input">
      {busy ? <Spinner /> : <Icon name="search" />}
      <input
        ref={inputRef ?? null}
        type="search"
        aria-label={label}
        aria-controls={controls}
        aria-keyshortcuts={ariaKeys(keys)}
        value={value}
        placeholder={placeholder}
        disabled={disabled}
        autoFocus={autoFocus}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          if (event.key !== 'Escape' || value === '' || event.defaultPrevented) return;
          event.preventDefault();
          event.stopPropagation();
          onChange('');
        }}
      />
      {value !== '' ? (
        <IconButton
          icon="close"
          label={clearLabel}
          size="small"
          onClick={(event) => {
            onChange('');
            event.currentTarget.parentElement?.querySelector('input')?.focus();
          }}
        />
      ) : (
        keys !== undefined && <Kbd keys={keys} />
      )}
    </div>
  );
}
