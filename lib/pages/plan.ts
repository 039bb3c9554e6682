/** What a press of a button comes to: what must be asked first, and what is done then. Pure. */
import type { ChatMessage, Doubt } from '../chat/message.ts';
import { type ActionKind, messageKinds } from '../moderation/action.ts';
import type { Rung } from '../moderation/ladder.ts';
import { fillIn, type LineButton, type Step } from '../moderation/line-button.ts';
import { hasPoint, mayDo, type Protected } from '../moderation/protect.ts';
import { rolesOf } from '../moderation/roles.ts';
import type { LineAction } from './acts.ts';
import { isNobody } from './standing.ts';

/** What a button needs to be told each time it is pressed. */
export interface Question {
  readonly length: boolean;
  readonly reason: 'no' | 'may' | 'must';
}

/** What must be asked before `button` can do its work; `usualReason` may be empty. */
export function questionOf({ steps, ask, reason }: LineButton, usualReason: string): Question {
  const isWarning = steps.some((step) => step.do === 'warn');
  const hasReason = (reason ?? usualReason) !== '';
  return {
    length: steps.some((step) => step.do === 'timeout' && step.seconds === undefined),
    // The platform takes no warning without a reason.
    reason: ask === 'must' || (isWarning && !hasReason) ? 'must' : (ask ?? 'no'),
  };
}

/** `button` with a `reason` that was given beforehand, unless that is empty; then none is asked for. */
export function withReason({ ask, ...button }: LineButton, reason: string): LineButton {
  return { ...button, ...(reason !== '' ? { reason } : ask && { ask }) };
}

/** What was answered. */
export interface Answer {
  readonly seconds?: number;
  readonly reason?: string;
}

/** The actions of `button` about `message`, in order. Steps that act on nobody (`copy`, the page's own tools) are left out. */
export function actionsOf(
  { steps, reason }: LineButton,
  message: ChatMessage,
  answer: Answer = {},
): readonly LineAction[] {
  const why = answer.reason ?? reason;
  const given = why === undefined ? {} : { reason: why };
  return steps.flatMap((step): LineAction[] => {
    switch (step.do) {
      case 'timeout': {
        const seconds = step.seconds ?? answer.seconds;
        return seconds === undefined ? [] : [{ kind: 'timeout', seconds, ...given }];
      }
      case 'ban':
      case 'delete':
      case 'warn':
      case 'pin':
      case 'unpin':
      case 'unban':
      case 'quiet':
      case 'blind':
        return [{ kind: step.do, ...given }];
      case 'mod':
      case 'unmod':
      case 'vip':
      case 'unvip':
      case 'monitor':
      case 'restrict':
      case 'trust':
        return [{ kind: step.do }];
      case 'bar':
        return [{ kind: 'bar', ...(step.seconds !== undefined && { seconds: step.seconds }), ...given }];
      case 'say': {
        const { author, channel, text } = message;
        const facts = { user: author.login, name: author.name, message: text, channel: channel.login };
        return [{ kind: 'say', text: fillIn(step.text, facts) }];
      }
      default:
        return [];
    }
  });
}

/** Why `button` must be confirmed: it acts on something about this message that is not certain. */
export function doubtOf({ steps }: LineButton, message: ChatMessage): Doubt | undefined {
  return doubtAbout(
    steps.map(kindOf).filter((kind) => kind !== undefined),
    message,
  );
}

/** Why actions of these kinds about `message` must be confirmed. */
export function doubtAbout(kinds: readonly ActionKind[], { doubt }: ChatMessage): Doubt | undefined {
  // Who wrote it is certain even where the message itself was found by its words.
  const isMeant = doubt === 'contradicted' || kinds.some((kind) => messageKinds.has(kind));
  return kinds.length > 0 && isMeant ? doubt : undefined;
}

/** A button that does what a rung of the ladder says. */
export function buttonOfRung({ kind, ...length }: Rung): LineButton {
  return { id: 'next', steps: [{ do: kind, ...length }] };
}

/** The kind of action that a step stands for, where it is one. The ladder and the menu time out, or do worse. */
function kindOf(step: Step): ActionKind | undefined {
  switch (step.do) {
    case 'lengths':
    case 'next':
      return 'timeout';
    case 'terms':
      return 'bar';
    case 'copy':
    case 'note':
    case 'watch':
    case 'card':
    case 'sweep':
      return undefined;
    default:
      return step.do;
  }
}

/** What can be done about a message where it is pinned, or whose author nobody is sure of. */
const ofPinned: ReadonlySet<Step['do']> = new Set(['unpin', 'copy']);

/** Whether all that `button` does may be done about somebody who is `who`, and can be done to this message. */
export function mayPress(
  { steps }: LineButton,
  who: Protected | undefined,
  asBroadcaster: boolean,
  message: ChatMessage,
): boolean {
  return steps.every((step) => {
    const kind = kindOf(step);
    // Of what is pinned only the words are known, and nothing else can be taken down.
    if (message.pinned !== true && step.do === 'unpin') return false;
    if ((message.pinned === true || isNobody(message)) && !ofPinned.has(step.do)) return false;
    if (kind === undefined) return true;
    // Without the message's id the whole chat would be meant.
    if (messageKinds.has(kind) && message.id === undefined) return false;
    return mayDoAbout(kind, who, asBroadcaster, message);
  });
}

/** Whether `kind` may be done about the author of `message`, who is `who`, and has a point. */
export function mayDoAbout(
  kind: ActionKind,
  who: Protected | undefined,
  asBroadcaster: boolean,
  { author }: ChatMessage,
): boolean {
  return mayDo(kind, who, asBroadcaster) && hasPoint(kind, who, rolesOf(author.badges), asBroadcaster);
}
