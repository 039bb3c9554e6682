import type { Session } from './session.ts';

/** Whether the background is stopped before every step. */
export const killing = process.env['SIDESTAGE_KILL'] === '1';

let pictures = 0;

/**
 * One step that the user sees. In kill mode the background is stopped first: nothing may look different for it.
 * A failure carries the step's name, and leaves pictures of what was open.
 */
export async function step<T>(session: Session, name: string, act: () => Promise<T>): Promise<T> {
  if (killing) await session.killWorker();
  try {
    return await act();
  } catch (error) {
    const paths = await photograph(session).catch(() => []);
    throw new Error(`In the step "${name}": ${(error as Error).message}\n${paths.join('\n')}`, {
      cause: error,
    });
  }
}

async function photograph(session: Session): Promise<string[]> {
  const paths = [];
  for (const tab of await session.tabs()) {
    // A tab that is not in front is not drawn.
    await tab.activate();
    paths.push(await tab.screenshot(`failed/${++pictures}`));
  }
  return paths;
}
