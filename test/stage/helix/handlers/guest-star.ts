import { rfc3339 } from '../../world/clock.ts';
import type { Guest, GuestStar } from '../../world/guest-star.ts';
import type { Call, Handler } from '../call.ts';
import { refuse } from '../refusal.ts';

function sessionShape(call: Call, session: GuestStar): object {
  const host: Guest = {
    userId: session.channelId,
    slotId: '0',
    live: true,
    volume: 100,
    audio: true,
    video: true,
    at: session.at,
  };
  return {
    id: session.id,
    guests: [host, ...session.guests].map((guest) => {
      const user = call.world.user(guest.userId);
      const media = (on: boolean): object => ({
        is_host_enabled: on,
        is_guest_enabled: true,
        is_available: true,
      });
      return {
        slot_id: guest.slotId,
        is_live: guest.live,
        user_id: user.id,
        user_display_name: user.displayName,
        user_login: user.login,
        volume: guest.volume,
        assigned_at: rfc3339(guest.at),
        audio_settings: media(guest.audio),
        video_settings: media(guest.video),
      };
    }),
  };
}

/** The session that the call names, refused with `words` when it is another or over. */
function sessionIn(call: Call, words: string): GuestStar {
  const session = call.world.office.guestStars.get(call.text('broadcaster_id'));
  return session?.id === call.text('session_id') ? session : refuse(400, words);
}

function guestIn(session: GuestStar, slotId: string): Guest {
  if (slotId === '0') refuse(403, 'The request is attempting to modify a restricted slot');
  return session.guests.find((one) => one.slotId === slotId) ?? refuse(400, 'Missing or invalid slot_id');
}

/** Category “Guest Star”. */
export const guestStar = {
  'get-channel-guest-star-settings': (call) => {
    const settings = call.world.office.guestStarSettings(call.text('broadcaster_id'));
    return {
      is_moderator_send_live_enabled: settings.moderatorsSendLive,
      slot_count: settings.slots,
      is_browser_source_audio_enabled: settings.browserAudio,
      group_layout: settings.layout,
      browser_source_token: settings.token,
    };
  },

  'update-channel-guest-star-settings': (call) => {
    const settings = call.world.office.guestStarSettings(call.text('broadcaster_id'));
    const slots = call.number('slot_count');
    const layout = call.maybe('group_layout');
    settings.moderatorsSendLive = call.flag('is_moderator_send_live_enabled') ?? settings.moderatorsSendLive;
    settings.slots = slots ?? settings.slots;
    settings.browserAudio = call.flag('is_browser_source_audio_enabled') ?? settings.browserAudio;
    settings.layout = layout ?? settings.layout;
    if (call.flag('regenerate_browser_sources') === true) settings.token = crypto.randomUUID();
    return undefined;
  },

  'get-guest-star-session': (call) => {
    const session = call.world.office.guestStars.get(call.text('broadcaster_id'));
    return { data: session ? [sessionShape(call, session)] : [] };
  },

  'create-guest-star-session': (call) => {
    const channel = call.userIn('broadcaster_id');
    if (!channel.verifiedPhone) refuse(401, 'Phone verification missing');
    if (call.world.office.guestStars.has(channel.id)) refuse(400, 'Session limit reached (1 active call)');
    const at = call.world.clock.now();
    const session: GuestStar = {
      id: crypto.randomUUID(),
      channelId: channel.id,
      at,
      guests: [],
      invites: new Map(),
    };
    call.world.office.guestStars.set(channel.id, session);
    return { data: [sessionShape(call, session)] };
  },

  'end-guest-star-session': (call) => {
    const session = sessionIn(call, 'Missing or invalid session_id');
    call.world.office.guestStars.delete(session.channelId);
    return { data: [sessionShape(call, session)] };
  },

  'get-guest-star-invites': (call) => {
    const session = sessionIn(call, 'Missing or invalid session_id');
    return {
      data: [...session.invites].map(([id, at]) => ({
        user_id: id,
        invited_at: rfc3339(at),
        status: 'INVITED',
        is_video_enabled: true,
        is_audio_enabled: true,
        is_video_available: true,
        is_audio_available: true,
      })),
    };
  },

  'send-guest-star-invite': (call) => {
    const session = sessionIn(call, 'Invalid session_id');
    const guestId = call.text('guest_id');
    if (!call.world.users.has(guestId)) refuse(403, 'Unauthorized guest invited');
    if (session.invites.has(guestId)) refuse(403, 'Guest already invited');
    session.invites.set(guestId, call.world.clock.now());
    return undefined;
  },

  'delete-guest-star-invite': (call) => {
    const session = sessionIn(call, 'Invalid session_id');
    if (!session.invites.delete(call.text('guest_id')))
      refuse(404, 'No invite exists for specified guest_id');
    return undefined;
  },

  'assign-guest-star-slot': (call) => {
    const session = sessionIn(call, 'Missing or invalid session_id');
    const slotId = call.text('slot_id');
    const guestId = call.text('guest_id');
    if (slotId === '0') refuse(403, 'Cannot assign host slot');
    if (!(Number(slotId) <= call.world.office.guestStarSettings(session.channelId).slots)) {
      refuse(400, 'Missing or invalid slot_id');
    }
    if (!session.invites.has(guestId)) refuse(403, 'Guest not invited to session');
    if (session.guests.some((one) => one.userId === guestId)) refuse(403, 'Guest already assigned to slot');
    const at = call.world.clock.now();
    session.guests.push({ userId: guestId, slotId, live: false, volume: 100, audio: true, video: true, at });
    return undefined;
  },

  'update-guest-star-slot': (call) => {
    const session = sessionIn(call, 'Missing or invalid session_id');
    const from = guestIn(session, call.text('source_slot_id'));
    const wanted = call.maybe('destination_slot_id');
    if (wanted === undefined) return undefined;
    const there = session.guests.find((one) => one.slotId === wanted);
    if (there) there.slotId = from.slotId;
    from.slotId = wanted;
    return undefined;
  },

  'delete-guest-star-slot': (call) => {
    const session = sessionIn(call, 'Missing or invalid session_id');
    const guest = guestIn(session, call.text('slot_id'));
    if (guest.userId !== call.text('guest_id')) refuse(404, 'guest_id or slot_id not found');
    session.guests.splice(session.guests.indexOf(guest), 1);
    if (call.maybe('should_reinvite_guest') !== 'true') session.invites.delete(guest.userId);
    return undefined;
  },

  'update-guest-star-slot-settings': (call) => {
    const guest = guestIn(sessionIn(call, 'Missing or invalid session_id'), call.text('slot_id'));
    guest.audio = call.flag('is_audio_enabled') ?? guest.audio;
    guest.video = call.flag('is_video_enabled') ?? guest.video;
    guest.live = call.flag('is_live') ?? guest.live;
    guest.volume = call.number('volume') ?? guest.volume;
    return undefined;
  },
} as const satisfies Record<string, Handler>;
