/** Prohibited words: what nobody can write in a channel's chat. */
import * as z from 'zod/mini';

import { call } from './call.ts';
import { channelUrl, none, nothing, number, rowsOf, text, words } from './shapes.ts';

const url = `${channelUrl}/chats/prohibit-words`;
const path = z.object({ prohibitWordNo: number });
const body = z.object({ prohibitWord: words });

const word = z.object({
  prohibitWordNo: z.number(),
  prohibitWord: z.string(),
  nickname: text,
  createdDate: text,
});

/** A prohibited word as CHZZK lists it. */
export type ProhibitWord = z.infer<typeof word>;

const common = { query: none, needs: 'CHAT_MANAGE', from: 'studio' } as const;

/** The calls. */
export const wordCalls = {
  list: call({
    ...common,
    id: 'words.list',
    known: 'get_prohibit_words()',
    method: 'GET',
    url,
    path: none,
    body: none,
    // An older spelling of the list's name is still read by some.
    content: z.union([
      z.object({ prohibitWordList: rowsOf(word) }),
      z.object({ prohibitWords: rowsOf(word) }),
    ]),
  }),
  /** Answers nothing: which number the word was given, the list tells. */
  add: call({
    ...common,
    id: 'words.add',
    known: 'add_prohibit_word(word)',
    method: 'POST',
    url,
    path: none,
    body,
    content: nothing,
  }),
  edit: call({
    ...common,
    id: 'words.edit',
    known: 'edit_prohibit_word(no, word)',
    method: 'PUT',
    url: `${url}/{prohibitWordNo}`,
    path,
    body,
    content: nothing,
  }),
  remove: call({
    ...common,
    id: 'words.remove',
    known: 'remove_prohibit_word(no)',
    method: 'DELETE',
    url: `${url}/{prohibitWordNo}`,
    path,
    body: none,
    content: nothing,
  }),
  removeAll: call({
    ...common,
    id: 'words.removeAll',
    known: 'remove_prohibit_words()',
    method: 'DELETE',
    url,
    path: none,
    body: none,
    danger: 'all',
    content: nothing,
  }),
} as const;
