/** Whether asking in the background is worth it now. */

/** Nothing was pressed for so long: the user is away, seconds. */
export const awayAfter = 300;

/** As far as the browser says; Firefox says nothing of it. */
export function isMetered(): boolean {
  interface Connection {
    readonly saveData?: boolean;
    readonly type?: string;
  }
  const { connection } = navigator as { readonly connection?: Connection };
  return connection?.saveData === true || connection?.type === 'cellular';
}
