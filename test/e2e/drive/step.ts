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

/**
 * Pictures of every open tab, for somebody who wants to know why `test` failed. The tab that was in front is so again: a page
 * behind another one hears no hand, and the tests that follow would fail for that alone.
 */
export async function photograph(session: Session, test: string): Promise<void> {
  const name = test.replace(/[^\p{L}\d]+/gu, '-');
  const tabs = await session.tabs();
  const inFront = await Promise.all(
    tabs.map((tab) => tab.page.evaluate(() => document.visibilityState === 'visible').catch(() => false)),
  );
  for (const [index, tab] of tabs.entries()) {
    // A tab that is not in front is not drawn.
    await tab.activate();
    await tab.screenshot(`failed/${name}-${index + 1}`);
  }
  await tabs[inFront.indexOf(true)]?.activate();
}
