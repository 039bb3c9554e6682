/** The ids of categories. Twitch's are digits; before CHZZK's, which are a type and a name, stands the platform. */
import type { Platform } from '../chat/message.ts';
import { twitchIdShape } from '../id-shapes.ts';

/** A type and a name, which become parts of a path: neither may be one that leads elsewhere. */
const onChzzk = /^chzzk:([A-Z_]{1,30}):(?!\.{1,2}$)([^\s/\\?#]{1,100})$/;

/** Whether `value` is the id of a category of some platform. */
export function isCategoryId(value: unknown): value is string {
  return typeof value === 'string' && (twitchIdShape.test(value) || onChzzk.test(value));
}

/** The platform of a category. */
export function platformOfCategory(id: string): Platform {
  return id.startsWith('chzzk:') ? 'chzzk' : 'twitch';
}

/** The id of a category of CHZZK's; `undefined` where its parts could lead elsewhere. */
export function chzzkCategoryId(type: string, name: string): string | undefined {
  const id = `chzzk:${type}:${name}`;
  return onChzzk.test(id) ? id : undefined;
}

/** The parts of such an id; `undefined` of any other. */
export function chzzkCategoryOf(
  id: string,
): { readonly categoryType: string; readonly categoryId: string } | undefined {
  const [, categoryType, categoryId] = onChzzk.exec(id) ?? [];
  return categoryType === undefined || categoryId === undefined ? undefined : { categoryType, categoryId };
}
