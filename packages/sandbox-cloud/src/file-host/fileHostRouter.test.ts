import { archiveOf } from '../contract/__testUtils__/archiveOf';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';

describe('fileHostRouter', () => {
  let sandbox: SandboxCloud;

  beforeAll(async () => {
    sandbox = await startSandboxCloud();
  });

  afterAll(() => sandbox.stop());

  const get = async (path: string) =>
    (await fetch(`${sandbox.url}${path}`)).text();

  const put = async (name: string, content: string, headers: object = {}) =>
    fetch(`${sandbox.url}/repositories/${name}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/gzip', ...headers },
      body: new Uint8Array(await archiveOf({ 'catalog-info.yaml': content })),
    });

  async function push(name: string, content: string): Promise<string> {
    const answer = await put(name, content);
    return ((await answer.json()) as { commit: string }).commit;
  }

  it.each(['orders', 'organization', 'archive', 'catalog'])(
    'gives a repository called %s its own files',
    async name => {
      await push(name, `of ${name}`);
      expect(await get(`/repositories/${name}/catalog-info.yaml`)).toBe(
        `of ${name}`,
      );
      expect(await get('/catalog/organization.yaml')).toContain('kind: Group');
    },
  );

  it('gives any commit as an archive, and the newest by that name', async () => {
    const first = await push('cart', 'first');
    const second = await push('cart', 'second');
    const archive = (commit: string) =>
      get(`/repositories/cart/archive/${commit}.tar.gz`);
    expect(await archive('newest')).toBe(await archive(second));
    expect(await archive(first)).not.toBe(await archive(second));
    expect(await get('/repositories/nothing/archive/newest.tar.gz')).toContain(
      'There is no such commit.',
    );
  });

  it('takes no commit that builds on an older one', async () => {
    await push('stock', 'first');
    const { headers } = await fetch(
      `${sandbox.url}/repositories/stock/archive/newest.tar.gz`,
    );
    const base = { 'if-match': headers.get('etag')! };
    expect((await put('stock', 'second', base)).status).toBe(200);
    expect((await put('stock', 'third', base)).status).toBe(412);
    expect(await get('/repositories/stock/catalog-info.yaml')).toBe('second');
  });
});
