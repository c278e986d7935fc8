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

  async function push(name: string, content: string): Promise<string> {
    const answer = await fetch(`${sandbox.url}/repositories/${name}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/gzip' },
      body: new Uint8Array(await archiveOf({ 'catalog-info.yaml': content })),
    });
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
});
