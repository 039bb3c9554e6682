import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';

import { elementsAt, pathsTo, rootOf } from '../../lib/pages/probe/path.ts';

/** A tree: each number is under which of the elements before it the next one hangs. */
function grow(places: readonly number[]): readonly [Element, ...Element[]] {
  const { document } = parseHTML('<main></main>');
  const all: [Element, ...Element[]] = [document.createElement('div')];
  for (const place of places) {
    const child = document.createElement('div');
    (all[place % all.length] ?? all[0]).append(document.createTextNode(' '), child);
    all.push(child);
  }
  return all;
}

describe('the way to elements in another one', () => {
  it('leads there, from the nearest that holds all of them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { maxLength: 30 }),
        fc.array(fc.nat(), { minLength: 1 }),
        (tree, picks) => {
          const all = grow(tree);
          const [first, ...others] = picks.map((pick) => all[pick % all.length] ?? all[0]);
          const meant: [Element, ...Element[]] = [first ?? all[0], ...others];
          const root = rootOf(meant);
          expect(elementsAt(root, pathsTo(root, meant))).toEqual(meant);
          const isNearest = [...root.children].every((child) => !meant.every((one) => child.contains(one)));
          expect(isNearest || meant.includes(root)).toBe(true);
        },
      ),
    );
  });

  it('is short to what came last', () => {
    const [root, ...children] = grow([0, 0, 0]);
    expect(pathsTo(root, children)).toBe('2 1 0');
  });

  it('leads nowhere from where they do not stand', () => {
    const [one, other] = [grow([]), grow([0])];
    const root = rootOf([one[0], other[1] ?? other[0]]);
    expect(root).toBe(one[0]);
    expect(elementsAt(root, pathsTo(root, [one[0], ...other]))).toEqual([one[0], undefined, undefined]);
  });

  it.each(['9', '0.9', 'x', '0.x', '1e9', '-', '.', '0.5.5'])('leads nowhere by %s', (path) => {
    expect(elementsAt(grow([0])[0], path)).toEqual([undefined]);
  });
});
