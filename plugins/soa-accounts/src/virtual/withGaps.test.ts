import { slotKey } from './slotKey';
import { withGaps } from './withGaps';

const item = (index: number) => ({ index, start: index * 40, size: 40 });

describe('withGaps', () => {
  it('keeps the room of what is not drawn', () => {
    expect(withGaps([item(2), item(3), item(9)], 500)).toEqual([
      { index: undefined, after: -1, size: 80 },
      { index: 2, size: 40 },
      { index: 3, size: 40 },
      { index: undefined, after: 3, size: 200 },
      { index: 9, size: 40 },
      { index: undefined, after: 9, size: 100 },
    ]);
  });

  it('tells gaps of the same size apart', () => {
    const slots = withGaps([item(2), item(5)], 320);
    const keys = slots.map(slot => slotKey(slot, String));
    expect(slots.filter(({ size }) => size === 80)).toHaveLength(3);
    expect(new Set(keys).size).toBe(slots.length);
  });

  it('has no gap where everything is drawn', () => {
    expect(withGaps([item(0), item(1)], 80)).toEqual([
      { index: 0, size: 40 },
      { index: 1, size: 40 },
    ]);
    expect(withGaps([], 0)).toEqual([]);
  });
});
