/**
 * CHZZK's chat socket: the recorded frames, our reader, and the stage's servers, each held to what is known of the protocol. The
 * reference stands beside the checkout.
 */
import { existsSync, readFileSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ChatNews } from '../../lib/chat/news.ts';
import { readDoor } from '../../lib/chzzk/chat/door.ts';
import { connectFrame, historyFrame, pingFrame, readFrame } from '../../lib/chzzk/chat/frame.ts';
import { readChat } from '../../lib/chzzk/chat/reader.ts';
import { addressOf, serverOf } from '../../lib/chzzk/chat/server.ts';
import { ask, openSocket } from '../stage/ask.ts';
import { nightOwl, viewer } from '../stage/chzzk/manage/state.ts';
import { chzzkChatHosts } from '../stage/chzzk/socket/server.ts';
import { Listener } from '../stage/listener.ts';
import { startStage, type Stage } from '../stage/stage.ts';
import { fieldsOf } from './chzzk-stage.ts';

const shared = new URL('../../../shared/platforms/chzzk/', import.meta.url);
const isThere = existsSync(new URL('chat.md', shared));
if (!isThere) console.warn('Skipped: what is known of CHZZK’s socket is not beside this checkout.');

const example = (name: string): string => readFileSync(new URL(`examples/${name}`, shared), 'utf8');
const sample = (name: string): unknown => JSON.parse(example(name));

describe.skipIf(!isThere)('our frames and the recorded ones', () => {
  const streamer = 'c0000000000000000000000000000001';
  const chatter = 'a0000000000000000000000000000001';
  const read = (name: string, chat: string) => readFrame(example(name), { channel: streamer, chat });

  it('come in as the web client does, but as nobody who only reads', () => {
    const ours = JSON.parse(connectFrame('N2xxxx', 'REDACTED')) as object;
    expect(fieldsOf(ours)).toEqual(fieldsOf(sample('ws_connect_v3_short.json')));
    expect(ours).toEqual({ ...(sample('ws_connect_v2_read.json') as object), ver: '3' });
  });

  it.each([
    ['ws_chat_viewer.json', 'N2xxxx', { author: { id: chatter, name: '이용자01' }, text: '안녕하세요' }],
    ['ws_chat_streamer.json', 'N1xxxx', { author: { id: streamer, badges: { broadcaster: '1' } } }],
    [
      'ws_donation_anonymous.json',
      'N1xxxx',
      { author: { login: '', name: '' }, paid: { for: 'donation', amount: 1000 }, at: 1_727_940_364_312 },
    ],
  ])('%s is read', (name, chat, message) => {
    expect(read(name, chat)).toMatchObject({ is: 'news', news: [{ what: 'message', message }] });
    expect(JSON.stringify(read(name, chat))).not.toContain('REDACTED');
    // In another chat they are nothing.
    expect(read(name, 'N3xxxx')).toEqual({ is: 'news', news: [] });
  });

  it('constructed_ws_recent.json is the same message as the live one', () => {
    const live = read('ws_chat_viewer.json', 'N2xxxx');
    const recent = read('constructed_ws_recent.json', 'N2xxxx');
    expect(recent).toEqual({ is: 'history', news: 'news' in live ? live.news : [] });
  });

  it('constructed_ws_blind.json hides a message that is known by that id', () => {
    const [hidden] = newsIn(read('constructed_ws_blind.json', 'N2xxxx'));
    const [said] = newsIn(read('ws_chat_viewer.json', 'N2xxxx'));
    expect(hidden).toMatchObject({ what: 'hidden', id: said?.what === 'message' && said.message.id });
  });

  it('ws_connected.json is a welcome', () => {
    expect(read('ws_connected.json', 'N2xxxx')).toEqual({ is: 'connected', sid: 'REDACTED' });
  });

  it('take the servers and the numbers that are written down', () => {
    const known = readFileSync(new URL('chat.md', shared), 'utf8');
    expect(known).toContain('abs(sum(charCodes of chatChannelId)) % 9 + 1');
    for (const cmd of [10_100, 15_101, 93_101, 93_102, 93_006, 94_005, 94_006, 94_008, 94_010, 94_015])
      expect(known).toContain(`| ${cmd} |`);
    expect(chzzkChatHosts).toHaveLength(9);
  });
});

const newsIn = (heard: ReturnType<typeof readFrame>): readonly ChatNews[] =>
  'news' in heard ? heard.news : [];

describe('the stage’s chat servers', () => {
  let stage: Stage;
  let life: AbortController;
  let opened: Listener[];

  beforeEach(async () => {
    stage = await startStage();
    life = new AbortController();
    opened = [];
  });
  afterEach(async () => {
    life.abort();
    for (const { socket } of opened) socket.terminate();
    await stage.close();
  });

  const channelId = (): string => stage.manage.of('달밤라디오').channelId;
  const chatId = (): string => stage.chzzkChat.idOf(channelId());
  const fetch = async (url: string): Promise<Response> => {
    const { status, text } = await ask(stage, url);
    return new Response(text, { status });
  };
  const door = (known?: string) => readDoor(fetch, channelId(), known);

  async function come(frame: (chat: string, pass: string) => string = connectFrame): Promise<Listener> {
    const { chat = '', pass = '' } = await door();
    const listener = new Listener(stage, addressOf(serverOf(chat)));
    opened.push(listener);
    await new Promise((resolve) => listener.socket.once('open', resolve));
    listener.socket.send(frame(chat, pass));
    return listener;
  }
  const next = async (listener: Listener): Promise<Record<string, unknown>> =>
    JSON.parse(await listener.next()) as Record<string, unknown>;

  it('let nobody in without the right pass, or with a name that is not theirs', async () => {
    const welcome = await next(await come());
    expect(welcome).toMatchObject({ cmd: 10_100, retCode: 0, retMsg: 'SUCCESS', cid: chatId() });
    const changed =
      (change: (frame: { bdy: Record<string, unknown> }) => void) => (chat: string, pass: string) => {
        const frame = JSON.parse(connectFrame(chat, pass)) as { bdy: Record<string, unknown> };
        change(frame);
        return JSON.stringify(frame);
      };
    for (const change of [
      ({ bdy }: { bdy: Record<string, unknown> }) => (bdy['accTkn'] = 'made up'),
      ({ bdy }: { bdy: Record<string, unknown> }) => (bdy['uid'] = viewer(1).userIdHash),
      ({ bdy }: { bdy: Record<string, unknown> }) => (bdy['auth'] = 'SEND'),
    ]) {
      const heard = readFrame(await (await come(changed(change))).next(), {
        channel: channelId(),
        chat: chatId(),
      });
      expect(heard).toMatchObject({ is: 'refused' });
    }
  });

  it('answer pings, and tell what was said, the newest first', async () => {
    stage.chzzkChat.say(channelId(), { from: viewer(1), text: 'one' });
    stage.chzzkChat.say(channelId(), { from: viewer(2), text: 'two' });
    const listener = await come();
    const { bdy } = (await next(listener)) as { bdy: { sid: string } };
    listener.socket.send(pingFrame);
    expect(await next(listener)).toEqual({ ver: '1', cmd: 10_000 });
    listener.socket.send(historyFrame(chatId(), 'somebody else’s'));
    listener.socket.send(historyFrame(chatId(), bdy.sid));
    const history = (await next(listener)) as { bdy: { messageList: { content: string }[] } };
    expect(history.bdy.messageList.map(({ content }) => content)).toEqual(['two', 'one']);
  });

  it.skipIf(!isThere)('spell what they tell as it was recorded', async () => {
    const { channelId: id } = stage.manage.of('달밤라디오');
    const listener = await come();
    const { bdy } = (await next(listener)) as { bdy: { sid: string } };
    const line = stage.chzzkChat.say(id, { from: viewer(1), text: 'one' });
    expect(fieldsOf(await next(listener))).toEqual(fieldsOf(sample('ws_chat_viewer.json')));
    listener.socket.send(historyFrame(chatId(), bdy.sid));
    expect(fieldsOf(await next(listener))).toEqual(fieldsOf(sample('constructed_ws_recent.json')));
    stage.chzzkChat.hide(id, line.user.userIdHash, line.at, 'one');
    expect(fieldsOf(await next(listener))).toEqual(fieldsOf(sample('constructed_ws_blind.json')));
    stage.chzzkChat.say(id, { from: viewer(1), text: 'one', type: 10 });
    const donation = fieldsOf(sample('ws_donation_anonymous.json'));
    expect(fieldsOf(await next(listener))).toEqual([...donation, 'bdy[].cuid'].toSorted());
  });

  it.skipIf(!isThere)('stand behind a way in that is answered as it was recorded', async () => {
    const status = await ask(
      stage,
      `https://api.chzzk.naver.com/polling/v3.1/channels/${channelId()}/live-status`,
    );
    // The capture leaves the id out, which the reference has.
    expect(fieldsOf(status.json)).toEqual(
      [...fieldsOf(sample('public_live_status_open.json')), 'content.channelId'].toSorted(),
    );
    const token = await ask(
      stage,
      `https://comm-api.game.naver.com/nng_main/v1/chats/access-token?channelId=${chatId()}&chatType=STREAMING`,
    );
    expect(fieldsOf(token.json)).toEqual(fieldsOf(sample('chat_access_token.json')));
  });

  it('are opened to somebody who is logged in alone, where there is an age limit', async () => {
    const mode = { who: 'followers', followedMinutes: 10, subscribersToo: true, slowSeconds: 5 };
    stage.chzzkChat.modes.set(channelId(), {
      chatAvailableGroup: 'FOLLOWER',
      minFollowerMinute: 10,
      chatSlowModeSec: 5,
    });
    expect(await door()).toEqual({ chat: chatId(), pass: expect.any(String) as string, mode });
    expect(await door(chatId())).toEqual({ chat: chatId(), mode });
    stage.chzzkChat.adult.add(channelId());
    await expect(door()).rejects.toMatchObject({
      failure: { code: 'platform-refused', status: 42_601 },
    });
  });

  /** Reads the channel's chat with our own reader. */
  function read(): { readonly told: ChatNews[]; readonly states: boolean[] } {
    const told: ChatNews[] = [];
    const states: boolean[] = [];
    readChat(
      {
        channel: channelId(),
        door,
        open: (address) => openSocket(stage, address),
        tell: (news) => told.push(...news),
        changed: (isReading) => states.push(isReading),
      },
      life.signal,
    );
    return { told, states };
  }
  const texts = (told: readonly ChatNews[]): readonly string[] =>
    told.flatMap((news) => (news.what === 'message' ? news.message.text : []));

  it('are read by our reader: what was said, what is said, and what moderators do', async () => {
    stage.chzzkChat.say(channelId(), { from: viewer(1), text: 'before' });
    const { told } = read();
    await expect.poll(() => texts(told)).toEqual(['before']);
    const { at } = stage.chzzkChat.say(channelId(), { from: nightOwl, text: 'now' });
    stage.chzzkChat.hide(channelId(), nightOwl.userIdHash, at, 'now', viewer(2));
    stage.chzzkSockets.unblind(channelId(), at, nightOwl.userIdHash);
    stage.chzzkSockets.restricted(channelId(), '방송인01', nightOwl.nickname);
    const id = `${at}:${nightOwl.userIdHash}`;
    await expect
      .poll(() => told.slice(1))
      .toMatchObject([
        { what: 'message', message: { id, author: { id: nightOwl.userIdHash, name: 'nightowl' } } },
        { what: 'hidden', id, by: { id: viewer(2).userIdHash } },
        { what: 'shown', id },
        { what: 'notice', about: { name: 'nightowl' }, by: { name: '방송인01' } },
      ]);
  });

  it('are come back to after a break, and after a refusal on another server', async () => {
    const { told, states } = read();
    await expect.poll(() => states).toEqual([true]);
    const [first] = stage.chzzkSockets.readers(channelId());
    stage.chzzkSockets.faults.refused = true;
    const refused = stage.nextRequest(({ host }) => host === 'comm-api.game.naver.com');
    stage.chzzkSockets.drop();
    await expect.poll(() => states).toEqual([true, false]);
    await refused;
    stage.chzzkSockets.faults.refused = false;
    await expect.poll(() => states, { timeout: 10_000 }).toEqual([true, false, true]);
    expect(stage.chzzkSockets.readers(channelId())).not.toEqual([first]);
    stage.chzzkChat.say(channelId(), { from: viewer(1), text: 'still here' });
    await expect.poll(() => texts(told)).toEqual(['still here']);
  });

  it('say nothing more in a chat whose broadcast is over, and let nobody into the next one with its pass', async () => {
    const { chat: before, pass: old = '' } = await door();
    const listener = await come();
    await next(listener);
    stage.chzzkSockets.renew(channelId());
    expect(await door(before)).toMatchObject({ chat: chatId(), pass: expect.any(String) as string });
    expect(chatId()).not.toBe(before);
    const refused = await come((chat) => connectFrame(chat, old));
    expect(await next(refused)).toMatchObject({ cmd: 10_100, retCode: 401 });
    const newcomer = await come();
    await next(newcomer);
    stage.chzzkChat.say(channelId(), { from: viewer(1), text: 'good evening' });
    expect(await next(newcomer)).toMatchObject({ cid: chatId(), bdy: [{ msg: 'good evening' }] });
    // It comes first to whoever came first, if it comes at all.
    listener.socket.send(pingFrame);
    expect(await next(listener)).toEqual({ ver: '1', cmd: 10_000 });
  });

  it('fall silent, ask who is there, and pin, when they are told to', async () => {
    const listener = await come();
    await next(listener);
    stage.chzzkSockets.faults.silent = true;
    stage.chzzkChat.say(channelId(), { from: viewer(1), text: 'unheard' });
    stage.chzzkSockets.faults.silent = false;
    stage.chzzkSockets.ping();
    const room = { channel: channelId(), chat: chatId() };
    expect(readFrame(await listener.next(), room)).toEqual({ is: 'ping' });
    stage.chzzkSockets.raw(channelId(), 94_010, {});
    expect(readFrame(await listener.next(), room)).toEqual({ is: 'news', news: [{ what: 'unpinned' }] });
  });

  it('do not lose a batch in which some of it is broken', async () => {
    const { told, states } = read();
    await expect.poll(() => states).toEqual([true]);
    stage.chzzkSockets.faults.garbled = true;
    stage.chzzkChat.say(channelId(), { from: viewer(1), text: 'whole' });
    await expect.poll(() => texts(told)).toEqual(['whole']);
  });
});
