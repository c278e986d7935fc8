import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ReceivedRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** One answer, or the end of the connection. */
export type FakeAnswer =
  | {
      status?: number;
      headers?: Record<string, string>;
      body?: unknown;
    }
  | 'drop'
  | 'drop-in-body'
  | 'never';

/** A server on a free port: answers what it is told, in turn, and keeps what it got. */
export class FakeServer {
  readonly requests: ReceivedRequest[] = [];
  readonly #answers: FakeAnswer[] = [];
  #route?: (request: ReceivedRequest) => FakeAnswer;
  #server!: Server;
  #url = '';

  static async start(): Promise<FakeServer> {
    const fake = new FakeServer();
    fake.#server = createServer(async (request, response) => {
      const received = {
        method: request.method!,
        url: request.url!,
        headers: request.headers,
        body: await text(request),
      };
      fake.requests.push(received);
      const answer = fake.#answers.shift() ??
        fake.#route?.(received) ?? { status: 599 };
      send(response, answer);
    });
    await new Promise<void>(resolve =>
      fake.#server.listen(0, '127.0.0.1', resolve),
    );
    const { port } = fake.#server.address() as AddressInfo;
    fake.#url = `http://127.0.0.1:${port}`;
    return fake;
  }

  get url(): string {
    return this.#url;
  }

  answer(...answers: FakeAnswer[]): this {
    this.#answers.push(...answers);
    return this;
  }

  /** What it answers when nothing else is left to answer. */
  route(route: (request: ReceivedRequest) => FakeAnswer): this {
    this.#route = route;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

function send(response: ServerResponse, answer: FakeAnswer): void {
  if (answer === 'never') {
    return;
  }
  if (answer === 'drop') {
    response.socket!.destroy();
    return;
  }
  if (answer === 'drop-in-body') {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"data":', () => response.socket!.destroy());
    return;
  }
  const { status = 200, headers, body } = answer;
  // A later server can get the same port: no connection must be kept for it.
  response.writeHead(status, { connection: 'close', ...headers });
  response.end(
    body === undefined || typeof body === 'string'
      ? body
      : JSON.stringify(body),
  );
}
