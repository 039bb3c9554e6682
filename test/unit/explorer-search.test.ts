import { describe, expect, it } from 'vitest';

import { catalogue } from '../../lib/explorer/catalogue.ts';
import {
  allScopes,
  byCategory,
  cursorIn,
  isCallable,
  kindFor,
  missingScopes,
  type EndpointCard,
} from '../../lib/explorer/endpoint-card.ts';
import { search } from '../../lib/explorer/search.ts';

const { cards } = catalogue;
const names = (query: string): string[] => search(cards, query).map(({ name }) => name);
const card = (id: string): EndpointCard => {
  const found = cards.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no card ${id}`);
  return found;
};

describe('searching endpoints', () => {
  it('finds all without words', () => {
    expect(search(cards, '  ')).toHaveLength(149);
  });

  it('puts names that begin with the word first', () => {
    expect(names('ban')[0]).toBe('Ban User');
    expect(names('whisper')[0]).toBe('Send Whisper');
  });

  it('wants every word, in any order', () => {
    expect(names('poll create')[0]).toBe('Create Poll');
    expect(names('poll zebra')).toEqual([]);
  });

  it('finds by path, method, parameter and scope', () => {
    expect(names('/shared_chat')).toEqual(['Get Shared Chat Session']);
    expect(search(cards, 'delete vips').every(({ method }) => method === 'DELETE')).toBe(true);
    expect(names('reply_parent_message_id')).toContain('Send Chat Message');
    expect(names('moderator:manage:banned_users')).toContain('Ban User');
  });
});

describe('a card', () => {
  const nobody = { scopes: undefined, pasted: [] } as const;

  it('says what a call changes', () => {
    expect(card('ban-user').changes).toBe(true);
    expect(card('get-users').changes).toBe(false);
    // It posts, but changes nothing.
    expect(card('check-automod-status').changes).toBe(false);
  });

  it('stands in one category', () => {
    expect(byCategory(cards).reduce((sum, group) => sum + group.cards.length, 0)).toBe(149);
  });

  it('can be called with the scopes that it needs', () => {
    const ban = card('ban-user');
    expect(isCallable(ban, nobody)).toBe(false);
    expect(missingScopes(ban, { scopes: [], pasted: [] })).toEqual([['moderator:manage:banned_users']]);
    expect(isCallable(ban, { scopes: ['moderator:manage:banned_users'], pasted: [] })).toBe(true);
  });

  it('can be called with a pasted token where it takes one', () => {
    const conduits = card('get-conduits');
    expect(kindFor(conduits, nobody)).toBe('app');
    expect(isCallable(conduits, { scopes: [], pasted: [] })).toBe(false);
    expect(isCallable(conduits, { scopes: undefined, pasted: ['app'] })).toBe(true);
  });

  it('can be called by anybody where it is public, and by nobody where it is retired', () => {
    expect(kindFor(card('get-channel-icalendar'), nobody)).toBe('none');
    expect(isCallable(card('get-channel-icalendar'), nobody)).toBe(true);
    expect(isCallable(card('get-stream-tags'), { scopes: allScopes(cards), pasted: ['app'] })).toBe(false);
  });

  it('is callable with all scopes and both pasted tokens, unless it is retired', () => {
    const caller = { scopes: allScopes(cards), pasted: ['app', 'extension-jwt'] } as const;
    expect(cards.filter((each) => !isCallable(each, caller)).map(({ state }) => state)).toEqual([
      'retired',
      'retired',
    ]);
  });

  it('finds the cursor, wherever the endpoint has it', () => {
    expect(cursorIn({ pagination: { cursor: 'c' } }, 'pagination.cursor')).toBe('c');
    expect(cursorIn({ data: { pagination: { cursor: 'c' } } }, 'data.pagination.cursor')).toBe('c');
    expect(cursorIn({ pagination: 'c' }, 'pagination')).toBe('c');
    expect(cursorIn({ pagination: {} }, 'pagination.cursor')).toBeUndefined();
    expect(cursorIn({ pagination: { cursor: '' } }, 'pagination.cursor')).toBeUndefined();
    expect(cursorIn(undefined, undefined)).toBeUndefined();
  });
});
