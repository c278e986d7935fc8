import { archiveOf } from '../../contract/__testUtils__/archiveOf';
import { readConfiguration } from './readConfiguration';

const read = async (files: Record<string, string>) =>
  readConfiguration(await archiveOf(files));

describe('readConfiguration', () => {
  it('tells placements from the rest of the Terraform', async () => {
    const first = await read({
      'infra/main.tf': 'a',
      'infra/placements/dev.json': '{"region":"us-east-1"}',
      'README.md': 'hello',
    });
    expect(first.placements).toEqual({ dev: { region: 'us-east-1' } });
    const { digest } = await read({
      'infra/placements/prod.json': '{}',
      'infra/main.tf': 'a',
    });
    expect(digest).toBe(first.digest);
    expect((await read({ 'infra/main.tf': 'b' })).digest).not.toBe(digest);
  });

  it('refuses what is no archive', async () => {
    await expect(readConfiguration(Buffer.from('x'))).rejects.toThrow();
  });
});
