/** What is done with collections. Nothing here changes what it is given. */
import { toggled } from './arrange.ts';
import { type Collection, collectionLimits } from './collection.ts';

type Collections = readonly Collection[];

const isSame = (one: string, other: string): boolean => one.toLocaleLowerCase() === other.toLocaleLowerCase();

/** Why a name cannot be given to a collection. */
export type NameProblem = 'empty' | 'taken' | 'too-many';

/** What is wrong with `name` for a new collection, or for the one that was called `before`. */
export function nameProblem(all: Collections, name: string, before?: string): NameProblem | undefined {
  const wanted = name.trim();
  if (wanted === '') return 'empty';
  if (all.some((one) => one.name !== before && isSame(one.name, wanted))) return 'taken';
  return before === undefined && all.length >= collectionLimits.collections ? 'too-many' : undefined;
}

/** With a new collection of `channels` at the end. */
export function withCollection(
  all: Collections,
  name: string,
  channels: readonly string[] = [],
): Collections {
  return nameProblem(all, name) ? all : [...all, { name: name.trim(), channels }];
}

/** With another name for one. */
export function renamed(all: Collections, before: string, name: string): Collections {
  if (nameProblem(all, name, before)) return all;
  return all.map((one) => (one.name === before ? { ...one, name: name.trim() } : one));
}

/** With `channel` in the collection if it was not there, without it if it was; a full one takes no more. */
export function withChannelToggled(all: Collections, name: string, channel: string): Collections {
  return all.map((one) => {
    if (one.name !== name) return one;
    const channels = toggled(one.channels, channel);
    return channels.length > collectionLimits.channels ? one : { ...one, channels };
  });
}
