import { chzzkIdShape } from '../id-shapes.ts';

/** Whether `id` is one of CHZZK's: 32 hexadecimal digits. Ids become part of addresses. */
export function isChzzkId(id: string | null | undefined): id is string {
  return id != null && chzzkIdShape.test(id);
}
