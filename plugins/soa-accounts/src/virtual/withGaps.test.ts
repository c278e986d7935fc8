import { withGaps } from './withGaps';

const item = (index: number) => ({ index, start: index * 40, size: 40 });

describe('withGaps', () => {
  it('keeps the room of what is not drawn', () => {
    expect(withGaps([item(2), item(3), item(9)], 500)).toEqual([
      { index: undefined, size: 80 },
      { index: 2, size: 40 },
      { index: 3, size: 40 },
      { index: undefined, size: 200 },
      { index: 9, size: 40 },
      { index: undefined, size: 100 },
    ]);
  });

  it('has no gap where everything is drawn', () => {
    expect(withGaps([item(0), item(1)], 80)).toEqual([
      { index: 0, size: 40 },
      { index: 1, size: 40 },
    ]);
    expect(withGaps([], 0)).toEqual([]);
  });
});
