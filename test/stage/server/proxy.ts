/** A CONNECT proxy that leads every host to the stage, for browsers that cannot be told to resolve names. */
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Starts the proxy on loopback. `strays` takes every host that is not one of `hosts`. */
export async function startProxy(
  httpsPort: number,
  hosts: readonly string[],
  strays: string[],
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const open = new Set<Socket>();
  const server: Server = createServer((request, response) => {
    strays.push(request.url ?? '');
    response.writeHead(502);
    response.end();
  });
  server.on('connect', (request, client: Socket) => {
    open.add(client);
    client.on('close', () => open.delete(client));
    // A browser that ends breaks its lines off; from here on nobody else listens for that, also on a refused one.
    client.on('error', () => client.destroy());
    const host = (request.url ?? '').replace(/:\d+$/, '');
    if (!hosts.includes(host)) {
      strays.push(host);
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const onward = connect(httpsPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(client);
      client.pipe(onward);
    });
    onward.on('error', () => client.destroy());
    onward.on('close', () => client.destroy());
    client.on('close', () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
