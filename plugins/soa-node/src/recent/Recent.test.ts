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

  it('counts its age from the end of the reading', async () => {
    let end!: (value: number) => void;
    read.mockReturnValueOnce(
      new Promise(resolve => {
        end = resolve;
      }),
    );
    const value = recent();
    const slow = value.get(read);
    time = 5_000;
    const other = value.get(read);
    end(7);
    await expect(Promise.all([slow, other])).resolves.toEqual([7, 7]);
    time = 6_000;
    await expect(value.get(read)).resolves.toBe(7);
    time = 6_001;
    await expect(value.get(read)).resolves.toBe(1);
  });

  describe('that may be old while it is read anew', () => {
    const patient = () =>
      new Recent<number>({
        maxAgeMs: 1_000,
        waitAfterMs: 9_000,
        now: () => new Date(time),
      });

    it('lets nobody wait for what is not that old', async () => {
      const value = patient();
      await value.get(read);
      let end!: (value: number) => void;
      read.mockReturnValueOnce(
        new Promise(resolve => {
          end = resolve;
        }),
      );
      time = 5_000;
      await expect(value.get(read)).resolves.toBe(1);
      await expect(value.get(read)).resolves.toBe(1);
      expect(read).toHaveBeenCalledTimes(2);
      end(7);
      await new Promise(setImmediate);
      await expect(value.get(read)).resolves.toBe(7);
    });

    it('has everybody wait for what is too old', async () => {
      const value = patient();
      await value.get(read);
      time = 9_001;
      await expect(value.get(read)).resolves.toBe(2);
    });

    it('goes on with what is kept where it cannot be read anew', async () => {
      const value = patient();
      await value.get(read);
      time = 5_000;
      read.mockRejectedValueOnce(new Error('is down'));
      await expect(value.get(read)).resolves.toBe(1);
      await new Promise(setImmediate);
      await expect(value.get(read)).resolves.toBe(1);
      await new Promise(setImmediate);
      await expect(value.get(read)).resolves.toBe(2);
      time = 20_000;
      read.mockRejectedValueOnce(new Error('is down'));
      await expect(value.get(read)).rejects.toThrow('is down');
    });
  });
});
