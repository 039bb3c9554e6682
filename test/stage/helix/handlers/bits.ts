import { rfc3339 } from '../../world/clock.ts';
import type { Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

const tiers = [
  [1, '#979797'],
  [100, '#9c3ee8'],
  [1000, '#1db2a5'],
  [5000, '#0099fe'],
  [10_000, '#f43021'],
] as const;

function pictures(prefix: string, bits: number): object {
  const scales = (theme: string, kind: string, ending: string): object =>
    Object.fromEntries(
      ['1', '1.5', '2', '3', '4'].map((scale) => [
        scale,
        `https://static-cdn.jtvnw.net/bits/${theme}/${kind}/${prefix.toLowerCase()}/${bits}/${scale}.${ending}`,
      ]),
    );
  const theme = (name: string): object => ({
    animated: scales(name, 'animated', 'gif'),
    static: scales(name, 'static', 'png'),
  });
  return { light: theme('light'), dark: theme('dark') };
}

/** Category “Bits”. */
export const bits = {
  'get-cheermotes': (call) => ({
    data: ['Cheer', 'Kappa', ...(call.has('broadcaster_id') ? ['MainCheer'] : [])].map((prefix, order) => ({
      prefix,
      tiers: tiers.map(([least, color]) => ({
        min_bits: least,
        id: String(least),
        color,
        images: pictures(prefix, least),
        can_cheer: true,
        show_in_bits_card: true,
      })),
      type: prefix === 'MainCheer' ? 'channel_custom' : 'global_first_party',
      order: order + 1,
      last_updated: '2024-05-22T00:06:04Z',
      is_charitable: false,
    })),
  }),

  'get-custom-power-up': (call) => {
    const channel = call.userIn('broadcaster_id');
    if (channel.broadcasterType === '') refuse(403, 'The broadcaster is not a partner or affiliate.');
    const ids = call.texts('id');
    const rows = call.world.office.powerUps.filter(
      (one) => one.channelId === channel.id && (ids.length === 0 || ids.includes(one.id)),
    );
    if (ids.length > 0 && rows.length === 0) {
      refuse(404, 'All of the custom Power-ups specified using the id query parameter were not found.');
    }
    const image = (size: number): string => `https://static-cdn.jtvnw.net/power-ups/default-${size}.png`;
    return {
      data: rows.map((one) => ({
        ...named('broadcaster', channel),
        id: one.id,
        title: one.title,
        prompt: '',
        bits: one.bits,
        image: null,
        default_image: { url_1x: image(1), url_2x: image(2), url_4x: image(4) },
        background_color: '#9147FF',
        is_enabled: true,
        is_user_input_required: false,
        max_per_stream_setting: { is_enabled: false, max_per_stream: 0 },
        max_per_user_per_stream_setting: { is_enabled: false, max_per_user_per_stream: 0 },
        global_cooldown_setting: { is_enabled: false, global_cooldown_seconds: 0 },
        is_paused: false,
        is_in_stock: true,
        redemptions_redeemed_current_stream: null,
        cooldown_expires_at: null,
      })),
    };
  },

  'get-extension-transactions': (call) => {
    const { world } = call;
    const ids = call.texts('id');
    const rows = [...Array(3).keys()].map((index) => ({
      id: `stage-transaction-${index}`,
      timestamp: rfc3339(Date.UTC(2026, 9, 1 + index)),
      ...named('broadcaster', world.find('mainstage')),
      ...named('user', world.find('plainviewer')),
      product_type: 'BITS_IN_EXTENSION',
      product_data: {
        sku: 'applause',
        domain: `twitch.ext.${call.text('extension_id')}`,
        cost: { amount: 100, type: 'bits' },
        inDevelopment: false,
        displayName: 'Applause',
        expiration: '',
        broadcast: false,
      },
    }));
    const known = rows.filter((row) => ids.length === 0 || ids.includes(row.id));
    if (known.length < ids.length) {
      refuse(
        404,
        'One or more of the transaction IDs specified using the id query parameter were not found.',
      );
    }
    const page = pageOf(call, known);
    return { data: page.rows, pagination: page.pagination };
  },
} as const satisfies Record<string, Handler>;
