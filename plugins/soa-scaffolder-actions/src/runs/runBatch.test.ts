import { runBatch } from './runBatch';

const options = {
  concurrency: 2,
  mayBegin: () => true,
  stops: () => false,
};

describe('runBatch', () => {
  it('keeps the order of what it was given', async () => {
    const waits = [3, 1, 2, 0];
    const { results, notBegun } = await runBatch(waits, {
      ...options,
      work: async turns => {
        for (let turn = 0; turn < turns; turn += 1) {
          await new Promise(setImmediate);
        }
        return turns;
      },
    });
    expect(results).toEqual(waits);
    expect(notBegun).toEqual([]);
  });

  it('ends what has begun before it tells what was thrown', async () => {
    const ended: number[] = [];
    await expect(
      runBatch([1, 2, 3], {
        ...options,
        work: async item => {
          if (item === 1) {
            throw new Error('one');
          }
          await new Promise(setImmediate);
          ended.push(item);
        },
      }),
    ).rejects.toThrow('one');
    expect(ended).toEqual([2]);
  });

  it('begins nothing that it may not', async () => {
    const { results, notBegun } = await runBatch([1, 2], {
      ...options,
      mayBegin: () => false,
      work: async item => item,
    });
    expect([results, notBegun]).toEqual([[], [1, 2]]);
  });
});
