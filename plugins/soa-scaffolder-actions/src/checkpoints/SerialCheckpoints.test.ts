import { SerialCheckpoints } from './SerialCheckpoints';

describe('SerialCheckpoints', () => {
  it('keeps one after another what is done at once', async () => {
    const log: string[] = [];
    const gates = new Map<string, () => void>();
    const gate = (name: string) =>
      new Promise<void>(resolve => gates.set(name, resolve));
    const checkpoints = new SerialCheckpoints(async ({ key, fn }) => {
      const value = await fn();
      log.push(`keep ${key}`);
      await gate(`kept ${key}`);
      log.push(`kept ${key}`);
      return value;
    });
    const open = async (name: string) => {
      while (!gates.has(name)) {
        await new Promise(setImmediate);
      }
      gates.get(name)!();
      await new Promise(setImmediate);
    };

    const one = checkpoints.run('one', async () => {
      log.push('work one');
      return 1;
    });
    const two = checkpoints
      .run('two', async () => {
        log.push('work two');
        throw new Error('Two fails');
      })
      .catch(error => error.message);
    const three = checkpoints.run('three', async () => {
      log.push('work three');
      return 3;
    });
    await open('kept one');
    await open('kept three');

    expect(await Promise.all([one, two, three])).toEqual([1, 'Two fails', 3]);
    expect(log.slice(0, 3).sort()).toEqual([
      'work one',
      'work three',
      'work two',
    ]);
    expect(log.slice(3)).toEqual([
      'keep one',
      'kept one',
      'keep three',
      'kept three',
    ]);
  });

  it('does no work that was kept before, and holds nobody up', async () => {
    const checkpoints = new SerialCheckpoints(async () => 7 as never);
    expect(
      await Promise.all([
        checkpoints.run('one', async () => {
          throw new Error('Not again');
        }),
        checkpoints.run('two', async () => 2),
      ]),
    ).toEqual([7, 7]);
  });
});
