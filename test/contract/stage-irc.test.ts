/** The stage's chat server. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Listener } from '../stage/listener.ts';
import { startStage, type Stage } from '../stage/stage.ts';

let stage: Stage;
let opened: Listener[] = [];

beforeEach(async () => {
  opened = [];
  stage = await startStage();
});

afterEach(async () => {
  for (const { socket } of opened) socket.terminate();
  await stage.close();
});

/** Opens a socket that is closed after the test. */
function open(address: string): Listener {
  const listener = new Listener(stage, address);
  opened.push(listener);
  return listener;
}

describe('IRC', () => {
  const address = 'wss://irc-ws.chat.twitch.tv/';

  /** Reads lines until one has `part` in it. */
  const until = async (listener: Listener, part: string): Promise<string> => {
    for (;;) {
      const line = (await listener.next()).split('\r\n').find((one) => one.includes(part));
      if (line !== undefined) return line;
    }
  };
  const connect = async (login: string, pass?: string): Promise<Listener> => {
    const listener = open(address);
    await new Promise((resolve) => listener.socket.once('open', resolve));
    listener.socket.send('CAP REQ :twitch.tv/tags twitch.tv/commands\r\n');
    if (pass !== undefined) listener.socket.send(`PASS ${pass}\r\n`);
    listener.socket.send(`NICK ${login}\r\n`);
    return listener;
  };
  const seated = async (login: string): Promise<Listener> => {
    const { token } = stage.drive.token(login, ['chat:read', 'chat:edit']);
    const listener = await connect(login, `oauth:${token}`);
    await until(listener, 'GLOBALUSERSTATE');
    listener.socket.send('JOIN #mainstage\r\n');
    await until(listener, 'USERSTATE #mainstage');
    return listener;
  };

  test('logs in with a token, and without one as a guest who only reads', async () => {
    const guest = await connect('justinfan123');
    expect(await until(guest, ' 376 ')).toBe(':tmi.twitch.tv 376 justinfan123 :>');
    guest.socket.send('JOIN #mainstage\r\n');
    expect(await until(guest, 'ROOMSTATE')).toContain('followers-only=-1;r9k=0;room-id=');
    stage.drive.say('mainstage', { from: 'haneul_tv', text: '안녕 모두' });
    const line = await until(guest, 'PRIVMSG');
    expect(line).toContain('display-name=하늘티비');
    expect(line.endsWith('PRIVMSG #mainstage :안녕 모두')).toBe(true);
  });

  test('refuses a bad login in Twitch’s words', async () => {
    expect(await until(await connect('stagehand', 'oauth:wrong'), 'NOTICE')).toBe(
      ':tmi.twitch.tv NOTICE * :Login authentication failed',
    );
    const shapeless = await connect('stagehand', 'wrong');
    expect(await until(shapeless, 'NOTICE')).toBe(':tmi.twitch.tv NOTICE * :Improperly formatted auth');
    await shapeless.closed;
  });

  test('carries lines to others, and answers the speaker with their state', async () => {
    const speaker = await seated('stagehand');
    const reader = await seated('plainviewer');
    speaker.socket.send('PRIVMSG #mainstage :\u0001ACTION bows\u0001\r\n');
    const state = await until(speaker, 'USERSTATE');
    const line = await until(reader, 'PRIVMSG');
    expect(line).toContain('badges=moderator/1');
    expect(line.endsWith(':\u0001ACTION bows\u0001')).toBe(true);
    const id = /;id=([\w-]+)/.exec(line)?.[1] ?? 'none';
    expect(state).toContain(`id=${id}`);
  });

  test('tells timeouts, bans, deletions and announcements', async () => {
    const reader = await seated('stagehand');
    const line = stage.drive.say('mainstage', { from: 'plainviewer', text: 'bad' });
    stage.drive.deleteMessage('mainstage', line.id);
    expect(await until(reader, 'CLEARMSG')).toContain(`target-msg-id=${line.id}`);
    stage.drive.timeout('mainstage', 'plainviewer', 30);
    const timeout = await until(reader, 'CLEARCHAT');
    expect(timeout).toContain('@ban-duration=30;');
    expect(timeout.endsWith('CLEARCHAT #mainstage :plainviewer')).toBe(true);
    stage.drive.ban('mainstage', 'plainviewer');
    expect(await until(reader, 'CLEARCHAT')).not.toContain('ban-duration');
    stage.world.announce('mainstage', {
      kind: 'announcement',
      from: 'stagehand',
      system: 'a; b',
      text: 'Hear',
    });
    expect(await until(reader, 'USERNOTICE')).toContain('system-msg=a\\:\\sb');
  });

  test('refuses the banned, answers pings and does not know everything', async () => {
    const viewer = await seated('plainviewer');
    stage.drive.ban('mainstage', 'plainviewer');
    viewer.socket.send('PRIVMSG #mainstage :hello?\r\n');
    expect(await until(viewer, 'NOTICE')).toContain('@msg-id=msg_banned');
    viewer.socket.send('PING :x\r\n');
    expect(await until(viewer, 'PONG')).toBe(':tmi.twitch.tv PONG tmi.twitch.tv :x');
    viewer.socket.send('DANCE\r\n');
    expect(await until(viewer, '421')).toContain('DANCE :Unknown command');
  });
});
