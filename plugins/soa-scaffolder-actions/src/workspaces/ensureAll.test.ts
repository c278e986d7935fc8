import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { ensureAll } from './ensureAll';

const items = Array.from({ length: 40 }, (_, index) => index);
const turn = () => new Promise(setImmediate);

describe('ensureAll', () => {
  it('does several at once, and gives them in their order', async () => {
    let running = 0;
    let most = 0;
    const outcomes = await ensureAll(items, async item => {
      running += 1;
      most = Math.max(most, running);
      for (let wait = 40 - item; wait > 0; wait -= 1) {
        await turn();
      }
      running -= 1;
      return item * 2;
    });
    expect(most).toBe(16);
    expect(outcomes).toEqual(items.map(item => ({ done: item * 2 })));
  });

  it('stops for no failure of one', async () => {
    const outcomes = await ensureAll(items, async item => {
      if (item % 2 === 0) {
        throw new Error(`${item} fails`);
      }
      return item;
    });
    expect(outcomes.slice(0, 2)).toEqual([
      { failed: new Error('0 fails') },
      { done: 1 },
    ]);
    expect(outcomes).not.toContain('not tried');
  });

  it.each([
    ['bad-token', 1],
    ['unavailable', 3],
  ] as const)('tries no more after %s', async (kind, failures) => {
    const outcomes = await ensureAll(items, async () => {
      await turn();
      throw new HcpTerraformError(kind, 'No');
    });
    const tried = outcomes.filter(outcome => outcome !== 'not tried');
    expect(tried.length).toBeGreaterThanOrEqual(failures);
    expect(tried.length).toBeLessThan(items.length);
  });

  it('begins nothing after it is aborted, and throws why', async () => {
    const controller = new AbortController();
    let begun = 0;
    await expect(
      ensureAll(
        items,
        async () => {
          begun += 1;
          controller.abort(new Error('Enough'));
        },
        controller.signal,
      ),
    ).rejects.toThrow('Enough');
    expect(begun).toBeLessThan(items.length);
  });
});
