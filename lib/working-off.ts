/**
 * Working off what is written down, one thing after the other, until nothing is left. Whoever wakes next goes on: an alarm wakes the
 * background from time to time while there is something to do.
 */

/** What {@link createWorkingOff} needs. */
export interface WorkingOffParts<Lane> {
  /** What goes on beside each other; within one, one thing comes after the other. */
  readonly lanes: readonly Lane[];
  /** Whether something in the lane is to be done now. */
  readonly isLeft: (lane: Lane) => Promise<boolean>;
  /** Does the next thing; whether there was one. */
  readonly step: (lane: Lane) => Promise<boolean>;
  /** Wakes the background from time to time while there is something to do. */
  readonly alarm: { readonly set: () => Promise<void>; readonly clear: () => Promise<void> };
}

/** See the file's head. */
export interface WorkingOff<Lane> {
  /** Begins, unless the lane is at it; then it looks once more before it ends. What throws is tried again at the next alarm. */
  readonly begin: (lane: Lane) => void;
  /** Takes up what an earlier life has left, in all lanes. */
  readonly resume: () => Promise<void>;
}

/** Makes it. */
export function createWorkingOff<Lane>({
  lanes,
  isLeft,
  step,
  alarm,
}: WorkingOffParts<Lane>): WorkingOff<Lane> {
  const running = new Map<Lane, { goesOn: boolean }>();

  async function run(lane: Lane): Promise<void> {
    const known = running.get(lane);
    if (known) {
      known.goesOn = true;
      return;
    }
    const mine = { goesOn: true };
    running.set(lane, mine);
    try {
      while (mine.goesOn) {
        mine.goesOn = false;
        if (!(await isLeft(lane))) continue;
        await alarm.set();
        while (await step(lane));
      }
    } finally {
      running.delete(lane);
    }
    await rest();
  }

  /** Ends the waking, if nothing is left to do: what has thrown is left. */
  async function rest(): Promise<void> {
    const left = await Promise.all(lanes.map(isLeft));
    if (!left.includes(true) && running.size === 0) await alarm.clear();
  }

  return {
    begin: (lane) => void run(lane).catch(() => undefined),
    async resume() {
      await Promise.all(lanes.map(run));
      // An earlier life may have died between its last step and this.
      await rest();
    },
  };
}
