import { waveNumbers } from './waveNumbers';

const placements = ['a', 'b', 'c', 'd'].map(key => ({ key } as any));

it.each([
  ['all side by side', undefined, [0, 0, 0, 0]],
  ['all side by side, where no wave is named', [], [0, 0, 0, 0]],
  ['last what no wave names', [['c'], ['d', 'a']], [1, 2, 0, 1]],
  [
    'none after waves that name all',
    [
      ['b', 'c'],
      ['a', 'd'],
    ],
    [1, 0, 0, 1],
  ],
])('puts %s', (_, waves, numbers) => {
  expect(waveNumbers({ placements, waves })).toEqual(numbers);
});
