import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { createOrFind } from './createOrFind';

const error = (kind: HcpTerraformError['kind']) =>
  new HcpTerraformError(kind, kind);

describe('createOrFind', () => {
  const create = jest.fn();
  const find = jest.fn();

  beforeEach(() => {
    create.mockReset();
    find.mockReset().mockResolvedValue(undefined);
  });

  it('creates, and looks for nothing', async () => {
    create.mockResolvedValue(1);
    expect(await createOrFind(create, find)).toEqual({ created: 1 });
    expect(find).not.toHaveBeenCalled();
  });

  it.each(['conflict', 'unavailable'] as const)(
    'finds what is there after %s',
    async kind => {
      create.mockRejectedValue(error(kind));
      find.mockResolvedValue(2);
      expect(await createOrFind(create, find)).toEqual({ found: 2 });
      expect(create).toHaveBeenCalledTimes(1);
    },
  );

  it('creates again what is not there after no answer', async () => {
    create.mockRejectedValueOnce(error('unavailable')).mockResolvedValue(1);
    expect(await createOrFind(create, find)).toEqual({ created: 1 });
  });

  it.each([
    ['unavailable', 3],
    ['conflict', 1],
    ['invalid', 1],
    ['not-found-or-not-allowed', 1],
  ] as const)('gives up after %s, tried %i times', async (kind, times) => {
    create.mockRejectedValue(error(kind));
    await expect(createOrFind(create, find)).rejects.toMatchObject({ kind });
    expect(create).toHaveBeenCalledTimes(times);
  });
});
