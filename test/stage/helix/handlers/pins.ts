import { fragmentsOf } from '../../world/catalogue.ts';
import { rfc3339 } from '../../world/clock.ts';
import type { Handler } from '../call.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

/** Category “Chat”: the pinned message. */
export const pins = {
  'get-pinned-chat-message': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    const pin = world.pins.of(channelId);
    if (!pin) return { data: [] };
    return {
      data: [
        {
          message_id: pin.line.id,
          broadcaster_id: channelId,
          ...named('sender_user', world.users.get(pin.line.userId)),
          ...named('pinned_by_user', world.users.get(pin.byId)),
          message: {
            text: pin.line.text,
            fragments: fragmentsOf(pin.line.text, (login) => world.find(login)),
          },
          starts_at: rfc3339(pin.startsAt),
          ends_at: pin.endsAt === undefined ? null : rfc3339(pin.endsAt),
          updated_at: rfc3339(pin.updatedAt),
        },
      ],
    };
  },

  'pin-chat-message': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    const messageId = call.text('message_id');
    const line = world.lineOf(channelId, messageId);
    if (!line || world.deleted.has(messageId)) return refuse(404, 'The specified message was not found.');
    if (world.pins.of(channelId)?.line.id === messageId) refuse(409, 'The message is already pinned.');
    world.pins.pin(line, call.text('moderator_id'), call.number('duration_seconds'));
    return undefined;
  },

  'update-pinned-chat-message': (call) => {
    const pin = call.world.pins.of(call.text('broadcaster_id'));
    if (pin?.line.id !== call.text('message_id'))
      return refuse(404, 'The specified pinned message was not found.');
    call.world.pins.extend(pin, call.number('duration_seconds'));
    return undefined;
  },

  'unpin-chat-message': (call) => {
    const { world } = call;
    const channelId = call.text('broadcaster_id');
    if (world.pins.of(channelId)?.line.id !== call.text('message_id')) {
      refuse(404, 'The specified pinned message was not found.');
    }
    world.pins.unpin(channelId, call.text('moderator_id'));
    return undefined;
  },
} as const satisfies Record<string, Handler>;
