/**
 * From a DOM node to the React props around it, and in what it holds.
 *
 * React hangs its fiber on each node under a key with a random end; the name before it differs by version, and one page
 * may hold several versions. Only fields that React 16 to 19 share are read, and nothing is written.
 */

/** A value of the page of which nothing is known. */
export type Unknown = Readonly<Record<string, unknown>>;

const fiberKeys = ['__reactFiber$', '__reactInternalInstance$'];
/** Of React 17 and later, and of 16. */
const propsKeys = ['__reactProps$', '__reactEventHandlers$'];
const holdsProps = (key: string): boolean => propsKeys.some((prefix) => key.startsWith(prefix));

/** `value` as something whose fields may be read. */
export function fieldsOf(value: unknown): Unknown | undefined {
  return typeof value === 'object' && value !== null ? (value as Unknown) : undefined;
}

/**
 * The props around `node`, nearest first, at most `limit` fibers up. Each step is all versions of one component's props:
 * a node may point at the fiber that is on the screen or at its twin, and nothing on the node says which.
 */
export function* propsAbove(node: object, limit = 15): Generator<readonly Unknown[]> {
  const own = node as Unknown;
  // Own keys only: React assigns its keys, while for…in would also list every property of the DOM prototypes.
  const keys = Object.keys(own);

  const hostKey = keys.find(holdsProps);
  const hostProps = hostKey === undefined ? undefined : fieldsOf(own[hostKey]);
  if (hostProps) yield [hostProps];

  for (const prefix of fiberKeys) {
    for (const key of keys) {
      if (!key.startsWith(prefix)) continue;
      let fiber = fieldsOf(own[key]);
      for (let step = 0; fiber && step < limit; step++) {
        yield versionsOf(fiber);
        fiber = fieldsOf(fiber['return']);
      }
    }
  }
}

/**
 * The props in `node`, from its own downwards, first children only, at most `limit` fibers down. Which of a fiber and its twin
 * is on the screen nothing says, so both are gone down.
 */
export function* propsBelow(node: object, limit = 60): Generator<Unknown> {
  const own = node as Unknown;
  for (const key of Object.keys(own)) {
    if (holdsProps(key)) {
      const props = fieldsOf(own[key]);
      if (props) yield props;
    }
    if (!fiberKeys.some((prefix) => key.startsWith(prefix))) continue;
    const first = fieldsOf(own[key]);
    for (const top of [first, fieldsOf(first?.['alternate'])]) {
      let fiber = top;
      for (let step = 0; fiber && step < limit; step++) {
        yield* versionsOf(fiber);
        fiber = fieldsOf(fiber['child']);
      }
    }
  }
}

function versionsOf(fiber: Unknown): readonly Unknown[] {
  const versions: Unknown[] = [];
  for (const value of [
    fiber['memoizedProps'],
    fiber['pendingProps'],
    fieldsOf(fiber['alternate'])?.['memoizedProps'],
  ]) {
    const props = fieldsOf(value);
    if (props && !versions.includes(props)) versions.push(props);
  }
  return versions;
}
