/** Holds the types of the stage's EventSub, and what they tell, to the reference data. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eventSubTypes } from '../stage/eventsub/types.ts';
import { startStage, type Stage } from '../stage/stage.ts';
import { missing, reference } from './helix-reference.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await startStage();
});

afterEach(() => stage.close());

describe.skipIf(missing)('the types of EventSub', () => {
  interface Row {
    readonly type: string;
    readonly version: string;
    readonly condition: readonly { readonly name: string; readonly required: boolean }[];
    readonly scopes: readonly (readonly string[])[];
    readonly token_user_must_equal: string | null;
    readonly websocket_ok: boolean;
    readonly event: readonly { readonly name: string; readonly optional?: boolean }[];
  }
  /** Fields that the reference's table lists and its examples leave out, or the other way round. */
  const doubtful: Readonly<Record<string, readonly string[]>> = {
    'stream.offline 1': ['id'],
    // One table describes both.
    'channel.shield_mode.begin 1': ['ended_at'],
    'channel.shield_mode.end 1': ['started_at'],
  };
  const rows = missing === undefined ? (reference('eventsub.json') as { types: readonly Row[] }).types : [];

  test('are those of the reference', () => {
    expect(eventSubTypes).toEqual(
      rows.map((row) => {
        const optional = row.condition.filter((field) => !field.required).map((field) => field.name);
        return {
          type: row.type,
          version: row.version,
          condition: row.condition.filter((field) => field.required).map((field) => field.name),
          ...(optional.length > 0 && { optional }),
          scopes: row.scopes,
          ...(row.token_user_must_equal !== null && { own: row.token_user_must_equal }),
          ...(!row.websocket_ok && { webhookOnly: true }),
        };
      }),
    );
  });

  test('are told with the fields of the reference', () => {
    const { world, drive } = stage;
    const told = new Map<string, Readonly<Record<string, unknown>>>();
    world.events.on('occurred', ({ type, version, event }) => told.set(`${type} ${version}`, event));
    const main = world.user('mainstage');
    const by = world.user('stagehand').id;
    const nobody = { clientId: '', userId: by, sessionId: '', cost: 0, condition: {} };
    world.eventsub?.subscribe({ ...nobody, type: 'channel.chat.message', version: '1' });
    const line = drive.say('mainstage', { from: 'plainviewer', text: 'hi @stagehand' });
    drive.deleteMessage('mainstage', line.id);
    world.clearChat('mainstage');
    drive.timeout('mainstage', 'plainviewer', 5);
    drive.ban('mainstage', 'plainviewer');
    const request = world.safety.requestUnban('mainstage', 'plainviewer', 'please');
    world.safety.resolve(main.id, request, 'approved', by, 'fine');
    drive.goLive('lanternfish');
    drive.goLive('lanternfish', { title: 'more' });
    drive.goOffline('lanternfish');
    world.setVip('mainstage', 'bramble_b');
    world.setVip('mainstage', 'bramble_b', false);
    world.setModerator('mainstage', 'bramble_b');
    world.setModerator('mainstage', 'bramble_b', false);
    world.setModes('mainstage', by, { slowSeconds: 5, followerMinutes: 3, emoteOnly: true });
    world.follow('mainstage', 'lanternfish');
    const held = world.safety.hold('mainstage', { from: 'plainviewer', text: 'shut up' });
    world.safety.decide(held, by, true);
    world.safety.setShield(main.id, true, by);
    world.safety.setShield(main.id, false, by);
    world.safety.warn(main.id, world.user('plainviewer').id, by, 'careful');
    world.safety.acknowledge('mainstage', 'plainviewer');
    world.safety.suspect(main.id, world.user('plainviewer').id, by, 'RESTRICTED');
    world.shoutOut('mainstage', 'orlathebard', by);
    world.life.raid(main.id, world.user('orlathebard').id);
    world.life.runAd(main.id, 30, main.id);
    world.polls.vote(world.polls.start(main.id, 'Which?', ['a', 'b'], 60), 0);
    const prediction = world.predictions.start(main.id, 'Will it?', ['a', 'b'], 60);
    world.predictions.stake(prediction, 'plainviewer', 0, 5);
    drive.advance(90_000);
    world.predictions.end(prediction, prediction.outcomes[0]?.id);
    const reward = world.rewards.create(main.id, '', {
      title: 'Hydrate',
      prompt: '',
      cost: 1,
      backgroundColor: '#FFFFFF',
      enabled: true,
      paused: false,
      inputRequired: false,
      skipQueue: false,
      maxPerStream: undefined,
      maxPerUser: undefined,
      cooldown: undefined,
    });
    world.rewards.settle(reward, world.rewards.redeem(reward, 'plainviewer'), 'FULFILLED');
    world.rewards.update(reward, reward);
    world.rewards.remove(reward);
    world.whisper('mainstage', 'plainviewer', 'psst');

    const wrong = [...told].flatMap(([key, event]) => {
      const row = rows.find((one) => `${one.type} ${one.version}` === key);
      const fields = new Map(
        row?.event
          .filter(({ name }) => !/[.[]/.test(name))
          .map(({ name, optional }) => [name, optional ?? false]),
      );
      const excused = doubtful[key] ?? [];
      return [
        ...Object.keys(event).filter((name) => !fields.has(name)),
        ...[...fields].flatMap(([name, optional]) => (optional || name in event ? [] : name)),
      ]
        .filter((name) => !excused.includes(name))
        .map((name) => `${key}: ${name}`);
    });
    expect(wrong).toEqual([]);
    expect(told.size).toBeGreaterThanOrEqual(43);
  });
});
