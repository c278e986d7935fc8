import { Recent } from './Recent';

describe('Recent', () => {
  let time = 0;
  const read = jest.fn<Promise<number>, []>();
  const recent = () =>
    new Recent<number>({ maxAgeMs: 1_000, now: () => new Date(time) });

  beforeEach(() => {
    time = 0;
    let count = 0;
    read.mockReset().mockImplementation(async () => (count += 1));
  });

  it('reads once for all who ask within the time, and then anew', async () => {
    const value = recent();
    await expect(
      Promise.all([value.get(read), value.get(read)]),
    ).resolves.toEqual([1, 1]);
    time = 1_000;
    await expect(value.get(read)).resolves.toBe(1);
    time = 1_001;
    await expect(value.get(read)).resolves.toBe(2);
  });

  it('does not keep a failure', async () => {
    read.mockRejectedValueOnce(new Error('is down'));
    const value = recent();
    await expect(value.get(read)).rejects.toThrow('is down');
    await expect(value.get(read)).resolves.toBe(1);
  });

  it('does not drop what was read after a failure that took longer', async () => {
    let fail!: (error: Error) => void;
    read.mockReturnValueOnce(
      new Promise((_, reject) => {
        fail = reject;
      }),
    );
    const value = recent();
    const slow = value.get(read);
    time = 1_001;
    await expect(value.get(read)).resolves.toBe(1);
    fail(new Error('is down'));
    await expect(slow).rejects.toThrow('is down');
    await expect(value.get(read)).resolves.toBe(1);
  });
});
