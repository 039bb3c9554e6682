import { rfc3339 } from '../../world/clock.ts';
import { randomText } from '../../world/ids.ts';
import type { Call, Handler } from '../call.ts';
import type { Json } from '../params.ts';
import { refuse } from '../refusal.ts';

/** The extension that lives on the stage. */
const known = 'stageext0polls00000000000001';

function extensionShape(version: string): object {
  const picture = (size: string): string => `https://static-cdn.jtvnw.net/extensions/${known}-${size}.png`;
  const view = {
    viewer_url: `https://${known}.ext-twitch.tv/${version}/viewer.html`,
    can_link_external_content: false,
  };
  return {
    author_name: 'The Stage',
    bits_enabled: true,
    can_install: true,
    configuration_location: 'hosted',
    description: 'Shows how loud the house is.',
    eula_tos_url: '',
    has_chat_support: true,
    icon_url: picture('100x100'),
    icon_urls: { '100x100': picture('100x100'), '24x24': picture('24x24'), '300x200': picture('300x200') },
    id: known,
    name: 'Applause Meter',
    privacy_policy_url: '',
    request_identity_link: false,
    screenshot_urls: [picture('screen')],
    state: 'Released',
    subscriptions_support_level: 'none',
    summary: 'An applause meter.',
    support_email: 'extensions@example.com',
    version,
    viewer_summary: 'An applause meter.',
    views: {
      mobile: { viewer_url: view.viewer_url },
      panel: { ...view, height: 300 },
      video_overlay: view,
      component: {
        ...view,
        aspect_ratio_x: 4,
        aspect_ratio_y: 3,
        autoscale: true,
        scale_pixels: 1024,
        target_height: 5333,
      },
      config: view,
    },
    allowlisted_config_urls: [],
    allowlisted_panel_urls: [],
  };
}

function secretsShape(call: Call): object {
  return {
    data: [
      {
        format_version: 1,
        secrets: call.world.office.extensionSecrets.map((one) => ({
          content: one.content,
          active_at: rfc3339(one.activeAt),
          expires_at: rfc3339(one.expiresAt),
        })),
      },
    ],
  };
}

const products: Json[] = [
  {
    sku: 'applause',
    cost: { amount: 100, type: 'bits' },
    in_development: false,
    display_name: 'Applause',
    expiration: '',
    is_broadcast: false,
  },
];

/** Category “Extensions”. */
export const extensions = {
  'get-extension-configuration-segment': (call) => {
    if (!call.world.quota.use(`extension read ${call.text('segment')}`, 20, 60_000)) {
      refuse(
        429,
        'The app exceeded the number of requests that it may make per minute. See Rate Limits above.',
      );
    }
    const found = call.world.office.extensionConfig.get(
      `${call.text('segment')} ${call.text('broadcaster_id')}`,
    );
    return { data: found ? [found] : [] };
  },

  'set-extension-configuration-segment': (call) => {
    const segment = call.text('segment');
    const channelId = call.maybe('broadcaster_id');
    if (segment !== 'global' && channelId === undefined) {
      refuse(400, 'The broadcaster_id field is required if segment is set to developer or broadcaster.');
    }
    call.world.office.extensionConfig.set(`${segment} ${channelId ?? ''}`, {
      segment,
      ...(channelId !== undefined && { broadcaster_id: channelId }),
      content: call.text('content'),
      version: call.text('version'),
    });
    return undefined;
  },

  'set-extension-required-configuration': () => undefined,

  'send-extension-pubsub-message': (call) => {
    if (call.flag('is_global_broadcast') === true && call.has('broadcaster_id')) {
      refuse(
        400,
        "The broadcaster_id field in the request's body may only be set if the is_global_broadcast field is set to false.",
      );
    }
    return undefined;
  },

  'get-extension-live-channels': (call) => {
    if (call.text('extension_id') !== known) {
      refuse(
        404,
        "The extension specified in the extension_id query parameter was not found or it's not being used in a live stream.",
      );
    }
    const { world } = call;
    return {
      data: [...world.streams.keys()].slice(0, call.number('first') ?? 20).map((id) => {
        const channel = world.channels.get(id);
        return {
          broadcaster_id: id,
          broadcaster_name: world.users.get(id)?.displayName ?? '',
          game_name: world.categories.get(channel?.categoryId ?? '')?.name ?? '',
          game_id: channel?.categoryId ?? '',
          title: channel?.title ?? '',
        };
      }),
      // Not an object here, alone among all endpoints.
      pagination: '',
    };
  },

  'get-extension-secrets': secretsShape,

  'create-extension-secret': (call) => {
    const now = call.world.clock.now();
    const activeAt = now + (call.number('delay') ?? 300) * 1000;
    call.world.office.extensionSecrets.push({
      content: randomText(44),
      activeAt,
      expiresAt: now + 100 * 365 * 86_400_000,
    });
    return secretsShape(call);
  },

  'send-extension-chat-message': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id');
    if (call.claims?.['channel_id'] !== channel.id) {
      refuse(401, 'The ID in the broadcaster_id query parameter must match the channel_id claim in the JWT.');
    }
    if (!world.quota.use(`extension chat ${channel.id}`, 12, 60_000)) {
      refuse(429, 'The app exceeded the number of requests that it may make.');
    }
    world.say(channel.id, { from: 'applause_meter', displayName: 'Applause Meter', text: call.text('text') });
    return undefined;
  },

  'get-extensions': (call) => {
    if (call.text('extension_id') !== known) {
      refuse(404, 'The extension in the extension_id query parameter was not found.');
    }
    return { data: [extensionShape(call.maybe('extension_version') ?? '1.2.0')] };
  },

  'get-released-extensions': (call) => {
    if (call.text('extension_id') !== known) {
      refuse(
        404,
        'The extension specified in the extension_id query parameter was not found or is not released.',
      );
    }
    return { data: [extensionShape(call.maybe('extension_version') ?? '1.2.0')] };
  },

  'get-extension-bits-products': (call) => ({
    data: products.filter(
      (one) => call.flag('should_include_all') === true || one['in_development'] !== true,
    ),
  }),

  'update-extension-bits-product': (call) => {
    if (!/^[\w.-]+$/.test(call.text('sku'))) {
      refuse(
        400,
        'The value in the sku field is not valid. The SKU may contain only alphanumeric characters, dashes (-), underscores (_), and periods (.).',
      );
    }
    return {
      data: [
        {
          sku: call.text('sku'),
          cost: { amount: call.number('cost.amount'), type: 'bits' },
          in_development: call.flag('in_development') ?? false,
          display_name: call.text('display_name'),
          expiration: call.text('expiration'),
          is_broadcast: call.flag('is_broadcast') ?? false,
        },
      ],
    };
  },
} as const satisfies Record<string, Handler>;
