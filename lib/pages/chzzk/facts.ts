/**
 * Reading the probe's answer. Any script of the page can send one, so nothing in it is believed before it was looked at.
 */
import { chzzkIdShape } from '../../id-shapes.ts';
import { type Fields, fieldsOf, own, timeOf } from '../probe/answer.ts';
import type { Facts, SaidFacts } from './probe/wire.ts';

/** The facts about a row, cut down to what has the right shape; `undefined` when there are none. */
export function parseFacts(fields: Fields): Facts | undefined {
  const said = own(fields, 'said');
  if (!Array.isArray(said)) return undefined;
  return { said: said.slice(0, 8).flatMap((one) => saidOf(one) ?? []) };
}

function saidOf(value: unknown): SaidFacts | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const userId = own(fields, 'userId');
  const at = timeOf(own(fields, 'at'));
  if (typeof userId !== 'string' || !chzzkIdShape.test(userId) || at === undefined || !Number.isInteger(at))
    return undefined;
  const name = textOf(own(fields, 'name'), 100);
  const text = textOf(own(fields, 'text'), 2000);
  const role = textOf(own(fields, 'role'), 64);
  const type = own(fields, 'type');
  const channelId = own(fields, 'channelId');
  return {
    userId,
    at,
    ...(name !== undefined && name !== '' && { name }),
    ...(text !== undefined && { text }),
    ...(role !== undefined && { role }),
    ...(own(fields, 'verified') === true && { verified: true }),
    ...(typeof type === 'number' && { type }),
    ...(typeof channelId === 'string' && chzzkIdShape.test(channelId) && { channelId }),
  };
}

const textOf = (value: unknown, most: number): string | undefined =>
  typeof value === 'string' && value.length <= most ? value : undefined;
