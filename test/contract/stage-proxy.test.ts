/** The proxy that leads a browser to the stage. */
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startProxy } from '../stage/server/proxy.ts';

/** Asks the proxy for a host, and waits for its first answer. */
function ask(port: number, host: string): Promise<{ readonly socket: Socket; readonly answer: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`CONNECT ${host}:443 HTTP/1.1\r\nhost: ${host}:443\r\n\r\n`),
    );
    socket.on('error', reject);
    socket.once('data', (data) => resolve({ socket, answer: String(data) }));
  });
}

test('a refused browser may break its line off: nothing falls over', async () => {
  const strays: string[] = [];
  const proxy = await startProxy(9, ['www.twitch.tv'], strays);
  const errors: unknown[] = [];
  const note = (error: unknown): void => void errors.push(error);
  process.prependListener('uncaughtException', note);
  onTestFinished(async () => {
    process.off('uncaughtException', note);
    await proxy.close();
  });

  for (let times = 0; times < 5; times += 1) {
    const { socket, answer } = await ask(proxy.port, 'elsewhere.example');
    expect(answer).toMatch(/^HTTP\/1.1 502 /);
    socket.resetAndDestroy();
    // A line of its own, opened later, is answered after the reset was heard.
    (await ask(proxy.port, 'elsewhere.example')).socket.destroy();
  }
  expect(strays).toHaveLength(10);
  expect(errors).toEqual([]);
});
