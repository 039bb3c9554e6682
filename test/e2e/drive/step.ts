import type { Session } from './session.ts';

/** Whether the background is stopped before every step. */
export const killing = process.env['SIDESTAGE_KILL'] === '1';

/**
 * One step that the user sees. In kill mode the background is stopped first: nothing may look different for it.
 * A failure carries the step's name.
 */
export async function step<T>(session: Session, name: string, act: () => Promise<T>): Promise<T> {
  if (killing) await session.killWorker();
  try {
    return await act();
  } catch (error) {
    throw new Error(`In the step "${name}": ${(error as Error).message}`, { cause: error });
  }
}

/** Pictures of every open tab, for somebody who wants to know why `test` failed. */
export async function photograph(session: Session, test: string): Promise<void> {
  const name = test.replace(/[^\p{L}\d]+/gu, '-');
  for (const [index, tab] of (await session.tabs()).entries()) {
    // A tab that is not in front is not drawn.
    await tab.activate();
    await tab.screenshot(`failed/${name}-${index + 1}`);
  }
}
