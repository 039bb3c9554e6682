/** The records of people, and the log as it is asked about them. */
import type { PeopleBook } from '../people/people.ts';
import { listDone } from './order-book.ts';
import type { Records } from './records.ts';

/** All entries of an index under `keys`, which is followed by a time. */
const under = (...keys: readonly string[]): IDBKeyRange =>
  IDBKeyRange.bound([...keys, 0], [...keys, Infinity]);

/** The book over `records`. */
export function createPeopleBook(records: Records): PeopleBook {
  return {
    byId: (key) => records.get('people', key),
    byLogin: (platform, login) =>
      records.list('people', { index: 'byLogin', range: IDBKeyRange.only([platform, login]) }),
    newest: (limit) => records.list('people', { index: 'byTime', direction: 'prev', limit }),
    put: (record) => records.put('people', record),
    remove: (key) => records.delete('people', key),
    inChannel: (platform, channel, limit) =>
      listDone(records, {
        index: 'byChannel',
        range: under(platform, channel),
        direction: 'prev',
        limit,
      }),
    about: (platform, { login, id }, limit) =>
      listDone(records, {
        ...(id === undefined
          ? { index: 'byTarget', range: under(platform, login) }
          : { index: 'byTargetId', range: under(platform, id) }),
        direction: 'prev',
        limit,
      }),
  };
}
