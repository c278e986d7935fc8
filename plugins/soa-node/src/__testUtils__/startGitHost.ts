import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';

/** A Gitea that has one repository, and Backstage's own reader of it. */
export async function startGitHost(archive: Buffer) {
  const server = createServer((request, response) =>
    response.end(
      request.url!.endsWith('.tar.gz') ? archive : '{"sha": "c0ffee"}',
    ),
  );
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    treeUrl: `http://${host}/shop/orders/src/branch/main`,
    reader: UrlReaders.default({
      logger: mockServices.logger.mock(),
      config: mockServices.rootConfig({
        data: {
          integrations: { gitea: [{ host, baseUrl: `http://${host}` }] },
        },
      }),
    }),
    stop: () => new Promise(resolve => server.close(resolve)),
  };
}
