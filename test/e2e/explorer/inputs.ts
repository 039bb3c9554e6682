/** What to type into each endpoint's form so that it can be sent: as little as possible. */
import { catalogue } from '../../../lib/explorer/catalogue.ts';
import type { FormField, FormNode } from '../../../lib/explorer/form.ts';

/** Texts by the path of their control, as the page names it. */
export type Typing = Readonly<Record<string, string>>;

/** Ids and texts that the stage knows, by the name of the parameter. */
const known: Typing = {
  user_id: '@chatter',
  target_user_id: '@chatter',
  to_user_id: '@chatter',
  to_broadcaster_id: '@other',
  from_user_id: '@me',
  login: 'mainstage',
  game_id: '743',
  query: 'chess',
  name: 'stage',
  callback: 'https://hook.example.test/in',
  secret: 'a secret of the test',
  timezone: 'Europe/Berlin',
  duration: '60',
};

/** Parameters beyond the required ones, where the endpoint's rules want more; and where the first guess is refused. */
const more: Readonly<Record<string, Typing>> = {
  'modify-channel-information': { title: 'A title of the explorer' },
  'get-custom-reward-redemption': { status: 'UNFULFILLED' },
  'get-clips': { broadcaster_id: '@me' },
  'get-games': { id: '743' },
  'get-videos': { user_id: '@me' },
  'get-teams': { name: 'stage' },
  'get-stream-markers': { user_id: '@me' },
  'get-streams': { user_login: 'mainstage' },
  'update-automod-settings': { overall_level: '2' },
  'end-prediction': { status: 'CANCELED' },
  'create-eventsub-subscription': {
    type: 'channel.update',
    version: '2',
    'condition[0].key': 'broadcaster_user_id',
    'condition.broadcaster_user_id': '@me',
    'transport.method': 'websocket',
    'transport.session_id': 'no-such-session',
  },
  'update-conduit-shards': { 'shards[0].transport.method': 'webhook' },
  // Not before the clip's end, which is 30 s where nothing is said.
  'create-clip-from-vod': { vod_offset: '60' },
  'update-user-chat-color': { color: 'blue' },
  'start-a-raid': { to_broadcaster_id: '@other' },
  'send-a-shoutout': { to_broadcaster_id: '@other' },
  'send-whisper': { message: 'hello from the explorer' },
  'create-channel-stream-schedule-segment': { duration: '60' },
  'get-extension-configuration-segment': { segment: 'global' },
  'set-extension-configuration-segment': { segment: 'global' },
  'send-extension-pubsub-message': { target: 'broadcast', message: 'hello' },
};

/** Those to whom the names with an `@` belong. */
export interface Cast {
  readonly me: string;
  readonly other: string;
  readonly chatter: string;
}

/** What to type for the endpoint `id`, beside what the page fills in by itself. */
export function typingFor(id: string, cast: Cast): Typing {
  const typing: Record<string, string> = {};
  for (const parameter of catalogue.form(id).parameters) {
    if (parameter.required && parameter.fill === undefined) fill(parameter, parameter.name, typing);
  }
  const people: Typing = { '@me': cast.me, '@other': cast.other, '@chatter': cast.chatter };
  return Object.fromEntries(
    Object.entries({ ...typing, ...more[id] }).map(([path, text]) => [path, people[text] ?? text]),
  );
}

function fill({ name, node }: FormField, path: string, typing: Record<string, string>): void {
  switch (node.kind) {
    case 'group':
      for (const field of node.fields) if (field.required) fill(field, `${path}.${field.name}`, typing);
      return;
    case 'list':
      for (let index = 0; index < (node.minItems ?? 1); index++) {
        fill({ name, required: true, node: node.of }, `${path}[${index}]`, typing);
      }
      return;
    case 'map':
      return;
    default:
      typing[path] = textFor(name, node, path);
  }
}

function textFor(name: string, node: FormNode, path: string): string {
  switch (node.kind) {
    case 'choice':
      return node.choices[0] ?? '';
    case 'number':
      return String(Math.max(node.min ?? 1, 1));
    case 'flag':
      return 'true';
    case 'date':
      return '2026-12-24T20:00:00';
    case 'lines':
      return textFor(name, node.of, path);
    default:
      return (
        known[name] ??
        (node.kind === 'text' && node.format === 'digits' ? '60' : `pick ${/\d+/.exec(path)?.[0] ?? ''}`)
      );
  }
}
