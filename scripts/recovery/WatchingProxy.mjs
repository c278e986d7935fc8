import { createServer, request } from 'node:http';

/**
 * Stands before the sandbox cloud and tells of each write that it has answered,
 * before whoever wrote hears of it.
 */
export class WatchingProxy {
  #server;
  #sandboxPort;

  /** Is called with method and path; who returns false swallows the answer. */
  onWrite = () => true;

  /** Is called with method and path of each request, without what is special of it. */
  onRequest = () => {};

  constructor(sandboxPort) {
    this.#sandboxPort = sandboxPort;
    this.#server = createServer((from, to) => this.#pass(from, to));
  }

  listen(port) {
    return new Promise(resolve => {
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #pass(from, to) {
    const { method, url, headers } = from;
    this.onRequest(`${method} ${patternOf(url)}`);
    const onward = request(
      {
        port: this.#sandboxPort,
        host: '127.0.0.1',
        method,
        path: url,
        headers,
      },
      answer => {
        // AWS's reads are POSTs, too; nothing is written there.
        const isWrite = !['GET', 'HEAD'].includes(method) && url !== '/';
        if (isWrite && !this.onWrite(`${method} ${url}`)) {
          from.destroy();
          answer.resume();
          return;
        }
        to.writeHead(answer.statusCode, answer.headers);
        answer.pipe(to);
      },
    );
    onward.on('error', () => from.destroy());
    from.on('error', () => onward.destroy());
    from.pipe(onward);
  }
}

/** A path with `*` for ids, and for names of workspaces. */
function patternOf(url) {
  const [path] = url.split('?');
  return path
    .replace(/\/(ws|run|cv|plan)-[^/]+/g, '/*')
    .replace(/(\/organizations\/[^/]+\/workspaces\/)[^/]+/, '$1*')
    .replace(/\/_archivist\/.*/, '/_archivist/*');
}
