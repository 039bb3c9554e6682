/**
 * Badges told by their picture. The title of a badge is translated and differs by channel; the pictures of the global
 * badges have kept their names for years.
 */

/** Picture name → badge set id. Only the sets that protect someone. */
const setByPicture: Readonly<Record<string, string>> = {
  '5527c58c-fb7d-422d-b71b-f309dcb85cc1': 'broadcaster',
  '3267646d-33f0-4b17-b3df-f923a41db1d0': 'moderator',
};

const picturePath = /\/badges\/v1\/([0-9a-f-]{36})\//;

/** The badge set of the picture at `address`, for the few sets that have one picture everywhere. */
export function badgeSetOf(address: string): string | undefined {
  const picture = picturePath.exec(address)?.[1];
  return picture !== undefined && Object.hasOwn(setByPicture, picture) ? setByPicture[picture] : undefined;
}
