import { sortByPromotion } from './sortByPromotion';

const of = (environment: string, region: string) => ({ environment, region });

it('sorts by promotion, and leaves the rest as it is', () => {
  expect(
    sortByPromotion(
      [
        of('lab', 'us-east-1'),
        of('prod', 'us-east-1'),
        of('prod', 'eu-west-1'),
        of('dev', 'us-east-1'),
      ],
      ['dev', 'beta', 'prod'],
    ),
  ).toEqual([
    of('dev', 'us-east-1'),
    of('prod', 'us-east-1'),
    of('prod', 'eu-west-1'),
    of('lab', 'us-east-1'),
  ]);
});
