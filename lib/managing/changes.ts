/** Changes on CHZZK as the panel speaks of them: what each is about, and what takes it back. */
import { type Doing, type ManageLists, type Part, streamingRoles, termOf } from '../chzzk/manage/wish.ts';
import type { ManageKnown } from './state.ts';

/** What a change is about, by the name that the user knows. */
export function nameOf(
  doing: Doing,
  { words = [], restrictions, requests, helpers, madeClips }: ManageKnown,
): string {
  switch (doing.what) {
    case 'add-word':
    case 'edit-word':
      return doing.word;
    case 'remove-word':
      return words.find(({ no }) => no === doing.no)?.word ?? '';
    case 'remove-all-words':
      return String(words.length);
    case 'restrict':
      return doing.name ?? doing.whom;
    case 'take-back':
      return doing.name;
    case 'edit-restriction':
    case 'lift':
      return restrictions?.rows.find(({ id }) => id === doing.id)?.name ?? '';
    case 'accept':
    case 'reject':
      return requests?.rows.find(({ no }) => no === doing.no)?.name ?? '';
    case 'give-role':
      return helpers?.find(({ id }) => id === doing.whom)?.name ?? doing.whom;
    case 'take-role':
      return helpers?.find(({ id }) => id === doing.id)?.name ?? '';
    case 'remove-clip':
      return madeClips?.rows.find(({ id }) => id === doing.id)?.title ?? '';
    case 'set-rule':
    case 'set-settings':
      return '';
  }
}

/** Changes about viewers, who are named as well. */
const aboutViewers = ['lift', 'accept', 'reject', 'restrict', 'edit-restriction'] as const;
const isAboutViewer = (doing: Doing): doing is Extract<Doing, { what: (typeof aboutViewers)[number] }> =>
  aboutViewers.some((what) => what === doing.what);

/** A change as it is sent: whoever is meant by their id is named as well, for the log. */
export function withName(doing: Doing, name: string): Doing {
  const isNamed =
    isAboutViewer(doing) &&
    doing.name === undefined &&
    name !== '' &&
    !('whom' in doing && doing.whom === name);
  return isNamed ? { ...doing, name } : doing;
}

/** What of the log takes `doing` back, which went by `id`. */
export const takingBack = (id: string, name: string, { what }: Doing): Doing => ({
  what: 'take-back',
  id,
  name,
  of: what === 'edit-restriction' ? what : 'restrict',
});

/** What takes a change back of which nothing was known before: `state` is what came after it. */
export function undoAfter(doing: Doing, { words = [] }: ManageKnown): Doing | undefined {
  if (doing.what !== 'add-word') return undefined;
  // The newest, should somebody have added the same before.
  const no = words.findLast(({ word }) => word === doing.word)?.no;
  return no === undefined ? undefined : { what: 'remove-word', no };
}

/** Whether the lists say that a change has happened already, where nobody knew. */
export function isThere(doing: Doing, { words, madeClips, requests }: ManageKnown): boolean {
  switch (doing.what) {
    case 'add-word':
      return words?.some(({ word }) => word === doing.word) === true;
    case 'remove-word':
      return words?.every(({ no }) => no !== doing.no) === true;
    case 'remove-clip':
      return lacks(madeClips, ({ id }) => id === doing.id);
    case 'reject':
      return lacks(requests, ({ no }) => no === doing.no);
    default:
      return false;
  }
}

/** Whether a list is known whole and has no such row: of one that came in parts the rest may hold it. */
const lacks = <Row>(part: Part<Row> | undefined, isIt: (row: Row) => boolean): boolean =>
  part !== undefined && part.rows.length >= part.total && !part.rows.some(isIt);

/** What takes a change back, where something does. */
export function undoOf(
  doing: Doing,
  { words = [], restrictions, helpers, rule, settings }: ManageKnown,
): Doing | undefined {
  switch (doing.what) {
    case 'remove-word': {
      const word = words.find(({ no }) => no === doing.no)?.word;
      return word === undefined ? undefined : { what: 'add-word', word };
    }
    case 'edit-word': {
      const word = words.find(({ no }) => no === doing.no)?.word;
      return word === undefined ? undefined : { ...doing, word };
    }
    case 'lift': {
      // One that had an end begins anew, for as long as it was meant; where that is no term that can be chosen, nothing does.
      const found = restrictions?.rows.find(({ id }) => id === doing.id);
      const days = found && termOf(found);
      return found && days !== undefined
        ? { what: 'restrict', whom: found.id, name: found.name, days, memo: found.memo }
        : undefined;
    }
    case 'give-role': {
      // Whoever had none has it taken away where they stand in the list.
      const before = helpers?.find(({ id, name }) => doing.whom === id || doing.whom === name);
      return before && roleAgain(before);
    }
    case 'take-role': {
      const before = helpers?.find(({ id }) => id === doing.id);
      return before && roleAgain(before);
    }
    case 'set-rule':
      return rule === undefined ? undefined : { what: 'set-rule', rule };
    case 'set-settings':
      return settings && { what: 'set-settings', settings };
    default:
      return undefined;
  }
}

/** Gives somebody the role that they had, if it is one that can be given. */
function roleAgain({ id, role }: ManageLists['helpers'][number]): Doing | undefined {
  const given = streamingRoles.find((one) => one === role);
  return given && { what: 'give-role', whom: id, role: given };
}
