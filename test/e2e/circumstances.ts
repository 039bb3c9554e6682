/** What the background hears of its user where no driver can let the browser say it. */
import type { Session } from './drive/session.ts';

/** How the user is, and whether each request costs them something. */
export interface Circumstances {
  readonly presence: 'active' | 'idle' | 'locked';
  readonly isMetered: boolean;
}

/**
 * Tells the background, for as long as it lives now: a browser without a screen always has somebody before it, and none on a
 * desktop says what a connection costs. Firefox, which never says that, understands it all the same.
 *
 * @returns how often the background has asked since whether somebody is there: as soon as it has, it knows what to do
 */
export async function under(
  session: Session,
  { presence, isMetered }: Circumstances,
): Promise<() => Promise<number>> {
  await session.wakeWorker();
  await session.inWorker(
    (presence: string, saveData: boolean) => {
      const world = globalThis as unknown as Partial<
        Record<'browser' | 'chrome', { readonly idle: object }>
      > & {
        looks: number;
      };
      world.looks = 0;
      const queryState = (_seconds: number, answer?: (presence: string) => void): Promise<string> => {
        world.looks += 1;
        answer?.(presence);
        return Promise.resolve(presence);
      };
      for (const api of [world.browser, world.chrome])
        if (api) Object.defineProperty(api.idle, 'queryState', { configurable: true, value: queryState });
      Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData } });
    },
    presence,
    isMetered,
  );
  return () => session.inWorker(() => (globalThis as unknown as { readonly looks: number }).looks);
}
