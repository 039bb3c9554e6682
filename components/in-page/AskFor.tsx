import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { durationText } from '../../lib/moderation/duration.ts';
import { isLength } from '../../lib/moderation/ladder.ts';
import type { ReasonChoice } from '../../lib/moderation/reason.ts';
import type { Answer } from '../../lib/pages/plan.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { formatDuration, lengths, parseDuration } from '../duration.ts';
import { Field } from '../Field.tsx';
import { place } from '../place.ts';
import { walk } from '../roving.ts';
import { Slider } from '../Slider.tsx';
import { useId } from '../use-id.ts';

/** What the question is drawn from. */
export interface AskForProps {
  /** Whom it is about and what will be done, in words. */
  title: string;
  /** Why, in smaller letters. */
  note?: string | undefined;
  /** What the button that does it is called, for the length chosen (s). */
  confirm: (seconds: number | undefined) => string;
  /** The length to begin with, s, as it is typed; `undefined`: none is asked for. */
  length?: string | undefined;
  reason: 'no' | 'may' | 'must';
  /** Reasons to choose from, the last used first. */
  reasons: readonly ReasonChoice[];
  /** What it stands beside. */
  anchor: Element;
  onAnswer: (answer: Answer) => void;
  /** Esc, or a press beside it. */
  onCancel: () => void;
}

const fieldKeys = 'ArrowDown ArrowUp';

/** Asks for what a button needs before it does its work: a length, a reason. Enter does it, Esc does not. */
export function AskFor(props: AskForProps): VNode {
  const { title, note, confirm, reason: wish, reasons, anchor, onAnswer, onCancel } = props;
  const id = useId();
  const boxRef = useRef<HTMLDivElement>(null);
  const endedRef = useRef(false);
  const [length, setLength] = useState(props.length ?? '');
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(wish === 'must' && reasons.length > 0 ? 0 : -1);
  const [wrong, setWrong] = useState<'length' | 'reason' | undefined>();

  const seconds = props.length === undefined ? undefined : (parseDuration(length) ?? 0);
  const found = reasons.filter(({ text: words }) => words.toLowerCase().includes(typed.trim().toLowerCase()));
  const chosen = found[active]?.text;

  const end = (answer?: Answer): void => {
    if (endedRef.current) return;
    endedRef.current = true;
    if (answer) onAnswer(answer);
    else onCancel();
  };

  const submit = (reason = chosen ?? typed.trim()): void => {
    if (seconds !== undefined && !isLength(seconds)) setWrong('length');
    else if (wish === 'must' && reason === '') setWrong('reason');
    else end({ ...(seconds !== undefined && { seconds }), ...(reason !== '' && { reason }) });
  };

  useLayoutEffect(() => {
    const box = boxRef.current;
    if (!box) return undefined;
    box.showPopover();
    const size = box.getBoundingClientRect();
    const view = { width: document.documentElement.clientWidth, height: window.innerHeight };
    const { left, top } = place(anchor.getBoundingClientRect(), size, view, { side: 'below', align: 'end' });
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
    const first = box.querySelector<HTMLElement>('input:not([type=range]), button');
    first?.focus({ preventScroll: true });
    if (first instanceof HTMLInputElement) first.select();
    return () => {
      endedRef.current = true;
      if (box.matches(':popover-open')) box.hidePopover();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it stays where it opened; another question is another one
  }, []);

  const walkList = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (!fieldKeys.includes(event.key) || event.isComposing) return;
    const to = walk(event.key, active, found.length, { axis: 'vertical' });
    if (to === null) return;
    event.preventDefault();
    setActive(to);
    event.currentTarget
      .closest('form')
      ?.querySelectorAll('[role=option]')
      [to]?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <div
      ref={boxRef}
      class="ss-ask"
      role="dialog"
      aria-labelledby={`${id}-title`}
      popover="auto"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        end();
      }}
      onToggle={(event) => {
        if (event.newState === 'closed') end();
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p id={`${id}-title`} class="ss-ask-title">
          {title}
        </p>
        {note !== undefined && <p class="ss-ask-note">{note}</p>}
        {seconds !== undefined && (
          <>
            <Field label={text('askLength')} error={wrong === 'length' ? text('presetBad') : undefined}>
              {(ids) => (
                <div class="ss-input">
                  <input
                    {...ids}
                    type="text"
                    autocomplete="off"
                    placeholder="90s, 2h, 3d"
                    value={length}
                    onInput={(event) => {
                      setLength(event.currentTarget.value);
                      setWrong(undefined);
                    }}
                  />
                </div>
              )}
            </Field>
            <Slider
              label={text('askSlide')}
              hideLabel
              min={0}
              max={lengths.length - 1}
              value={nearest(seconds)}
              valueText={durationText(lengths[nearest(seconds)] ?? 0)}
              onChange={(place) => {
                setLength(formatDuration(lengths[place] ?? 0));
                setWrong(undefined);
              }}
            />
          </>
        )}
        {wish !== 'no' && (
          <>
            <Field label={text('reason')} error={wrong === 'reason' ? text('askReasonMust') : undefined}>
              {(ids) => (
                <div class="ss-input">
                  <input
                    {...ids}
                    type="text"
                    autocomplete="off"
                    role="combobox"
                    aria-expanded={found.length > 0}
                    aria-controls={`${id}-list`}
                    aria-activedescendant={chosen === undefined ? undefined : `${id}-${active}`}
                    maxLength={500}
                    placeholder={wish === 'may' ? text('askReasonMay') : undefined}
                    value={typed}
                    onKeyDown={walkList}
                    onInput={(event) => {
                      setTyped(event.currentTarget.value);
                      // What is typed counts, until one of the list is chosen.
                      setActive(-1);
                      setWrong(undefined);
                    }}
                  />
                </div>
              )}
            </Field>
            {found.length > 0 && (
              <div id={`${id}-list`} class="ss-ask-list" role="listbox" aria-label={text('reasons')}>
                {found.map(({ text: words, isRule }, index) => (
                  <div
                    key={words}
                    id={`${id}-${index}`}
                    class="ss-ask-reason"
                    role="option"
                    aria-selected={index === active}
                    title={words}
                    onClick={() => {
                      setActive(index);
                      submit(words);
                    }}
                  >
                    <bdi class="ss-cut">{words}</bdi>
                    {isRule && <span class="ss-ask-rule">{text('reasonRule')}</span>}
                  </div>
                ))}
              </div>
            )}
          </>
        )}
        <div class="ss-ask-actions">
          <Button size="small" type="submit" kind="primary">
            {confirm(seconds !== undefined && isLength(seconds) ? seconds : undefined)}
          </Button>
          <Button size="small" kind="quiet" onClick={() => end()}>
            {text('cancel')}
          </Button>
        </div>
      </form>
    </div>
  );
}

/** The place of the slider for `seconds`. */
function nearest(seconds: number): number {
  const above = lengths.findIndex((length) => length >= seconds);
  return above < 0 ? lengths.length - 1 : above;
}
