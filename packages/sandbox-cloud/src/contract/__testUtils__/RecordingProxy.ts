import { createServer, request as sendOn } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';

/** A request and its answer, as they went over the wire. */
export interface Exchange {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  status: number;
  answer: string;
}

/** Stands between a client and a server, and keeps what they say. */
export class RecordingProxy {
  readonly exchanges: Exchange[] = [];
  #server!: Server;
  #url = '';

  /**
   * @param refuse - says what is answered to a request instead of what the server
   * would, for what it does not know; AWS's way of saying so
   */
  static async before(
    target: string,
    refuse: (headers: IncomingHttpHeaders) => string | undefined = () =>
      undefined,
  ): Promise<RecordingProxy> {
    const proxy = new RecordingProxy();
    proxy.#server = createServer(async (request, response) => {
      const { method = '', url = '', headers } = request;
      const body = await buffer(request);
      const refusal = refuse(headers);
      if (refusal) {
        response.writeHead(400, { 'x-amzn-errortype': refusal });
        response.end(JSON.stringify({ __type: refusal, message: refusal }));
        return;
      }
      const onward = sendOn(new URL(url, target), { method, headers });
      onward.once('error', () => request.socket.destroy());
      onward.once('response', async incoming => {
        const answer = await text(incoming);
        const { pathname, searchParams } = new URL(url, target);
        proxy.exchanges.push({
          method,
          path: pathname,
          query: searchParams,
          headers,
          body: body.toString(),
          status: incoming.statusCode!,
          answer,
        });
        response.writeHead(incoming.statusCode!, incoming.headers);
        response.end(answer);
      });
      onward.end(body);
    });
    await new Promise<void>(resolve =>
      proxy.#server.listen(0, '127.0.0.1', resolve),
    );
    const { port } = proxy.#server.address() as AddressInfo;
    proxy.#url = `http://127.0.0.1:${port}`;
    return proxy;
  }

  get url(): string {
    return this.#url;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
