import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

import type { Activity } from '../../lib/chzzk/manage/wish.ts';
import { describeFailure } from '../../lib/failure-text.ts';
import type { Failure } from '../../lib/failure.ts';
import { text } from '../../lib/text.ts';
import { focusedNear } from '../focus.ts';
import { IconButton } from '../IconButton.tsx';
import type { ManageActions } from './actions.ts';

/** What a person's row is drawn from. */
export interface PersonRowProps {
  /** Of whoever has left, CHZZK tells neither id nor name. */
  id: string | undefined;
  name: string | undefined;
  /** The cell before the name, where rows can be chosen. */
  lead?: VNode | undefined;
  /** The cells after the name. */
  children: ComponentChildren;
  /** What can be done with them; the one that opens what is beneath has `data-opens`. */
  tools?: ComponentChildren;
  /** What has opened beneath the row. */
  below?: ComponentChildren;
  /** How many cells there are beside the name and the tools. */
  cells: number;
  actions: Pick<ManageActions, 'activity'>;
}

/** Somebody in a list, and beneath them what they did in the chat, once that is asked for. */
export function PersonRow({ id, name, lead, children, tools, below, cells, actions }: PersonRowProps): VNode {
  const [isAsked, setAsked] = useState(false);
  const [said, setSaid] = useState<Activity | Failure>();
  const shown = name ?? text('requestLeft');
  const rowRef = useRef<HTMLTableRowElement>(null);
  const span = cells + (lead ? 3 : 2);
  const isOpen = below !== undefined && below !== false;

  useEffect(() => {
    if (!isOpen) return undefined;
    const row = rowRef.current;
    return () => {
      // Whoever was in what has closed goes on where it was opened.
      if (row && isFree(focusedNear(row))) row.querySelector<HTMLElement>('[data-opens]')?.focus();
    };
  }, [isOpen]);

  const toggle = (whom: string): void => {
    setAsked(!isAsked);
    if (isAsked) return;
    setSaid(undefined);
    void actions.activity(whom).then(setSaid);
  };

  return (
    <>
      <tr ref={rowRef}>
        {lead}
        <th scope="row">
          <bdi>{shown}</bdi>
        </th>
        {children}
        <td class="ss-manage-tools">
          {id !== undefined && (
            <IconButton
              icon="message"
              size="small"
              label={text('activityOf', shown)}
              aria-expanded={isAsked}
              onClick={() => toggle(id)}
            />
          )}
          {tools}
        </td>
      </tr>
      {isAsked && (
        <tr>
          <td class="ss-manage-activity" colSpan={span}>
            <span role="status">{said ? activityText(said) : text('activityAsking')}</span>
          </td>
        </tr>
      )}
      {isOpen && (
        <tr>
          <td colSpan={span}>{below}</td>
        </tr>
      )}
    </>
  );
}

/** Whether nothing has the focus: in a page of our own the body, in a root of ours nobody. */
const isFree = (focused: Element | null): boolean => focused === null || focused.matches('body');

/** In one line, as the words that stand there until it comes: nothing below moves. */
const activityText = (said: Activity | Failure): string =>
  'code' in said
    ? describeFailure(said, 'chzzk').title
    : text('activityFacts', said.messages, said.restricted, said.quietened);
