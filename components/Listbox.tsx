import type { ComponentChildren, TargetedKeyboardEvent, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';

import { walk } from './roving.ts';
import { seek } from './seek.ts';
import { useId } from './use-id.ts';

/** One line to choose. */
export interface ListboxOption<Id extends string> {
  readonly id: Id;
  /** Its accessible name, and what typed letters find. */
  readonly label: string;
  /** What is drawn instead of the bare label; nothing in it may be pressed. */
  readonly content?: ComponentChildren;
  readonly disabled?: boolean | undefined;
}

/** What a listbox is drawn from. */
export interface ListboxProps<Id extends string> {
  label: string;
  options: readonly ListboxOption<Id>[];
  /** The chosen one, if any. */
  value: Id | null;
  onChange: (id: Id) => void;
}

/** Typing pauses longer than this start a new word; ms. */
const typingPauseMs = 600;

/** One of many, all in sight, as one stop of the Tab key: ↑ ↓ Home End and letters walk, Enter and Space choose. */
export function Listbox<Id extends string>({ label, options, value, onChange }: ListboxProps<Id>): VNode {
  const base = useId();
  const typedRef = useRef({ word: '', at: 0 });
  const [active, setActive] = useState<Id | null>(value);
  const at = options.findIndex(({ id }) => id === (active ?? value));

  const choose = (option: ListboxOption<Id> | undefined): void => {
    if (option && !option.disabled) onChange(option.id);
  };

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    let to = walk(event.key, at, options.length, { axis: 'vertical', wrap: false });
    if (event.key === 'Enter' || event.key === ' ') choose(options[at]);
    else if (to === null && event.key.length === 1) {
      const fresh = event.timeStamp - typedRef.current.at > typingPauseMs;
      typedRef.current = { word: (fresh ? '' : typedRef.current.word) + event.key, at: event.timeStamp };
      to = seek(
        options.map((option) => option.label),
        typedRef.current.word,
        at,
      );
    } else if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    const next = to === null ? undefined : options[to];
    if (!next) return;
    setActive(next.id);
    event.currentTarget.children[to ?? 0]?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <div
      class="ss-listbox"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={at < 0 ? undefined : `${base}-${at}`}
      onKeyDown={onKeyDown}
    >
      {options.map((option, index) => (
        <div
          key={option.id}
          id={`${base}-${index}`}
          class="ss-option"
          role="option"
          aria-selected={option.id === value}
          aria-disabled={option.disabled}
          data-active={index === at || undefined}
          onClick={() => {
            setActive(option.id);
            choose(option);
          }}
        >
          {option.content ?? <bdi class="ss-cut">{option.label}</bdi>}
        </div>
      ))}
    </div>
  );
}
