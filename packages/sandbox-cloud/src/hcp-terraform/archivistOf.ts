import type { Request } from 'express';

/**
 * Where archives, plans and logs are for whoever asks: another origin, which takes no
 * token.
 */
export function archivistOf(request: Request): string {
  const { hostname } = request;
  const [, port] = /:(\d+)$/.exec(request.header('host') ?? '') ?? [];
  return `http://${hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1'}:${
    port ?? request.socket.localPort
  }`;
}
