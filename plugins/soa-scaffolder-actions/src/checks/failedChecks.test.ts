import { ordersPlacements } from '../__testUtils__';
import type { Check } from './Check';
import { failedChecks } from './failedChecks';

const [use1, dev] = [
  ordersPlacements.find(({ key }) => key === 'prod-use1')!,
  ordersPlacements.find(({ key }) => key === 'dev-use1')!,
];
const euw1 = ordersPlacements.find(({ key }) => key === 'prod-euw1')!;

const failed = (
  check: Omit<Check, 'message'>,
  placements = [dev, use1, euw1],
) => failedChecks([{ message: 'No.', ...check }], placements, ['prod'])[0];

describe('failedChecks', () => {
  it('gives the messages of all that do not hold', () => {
    expect(
      failedChecks(
        [
          { message: 'One.', fails: true },
          { message: 'Two.', fails: false },
          { message: 'Three.', fails: true },
        ],
        [dev],
        [],
      ),
    ).toEqual(['One.', 'Three.']);
  });

  it('holds of what a form does not show', () => {
    expect(failed({})).toBeUndefined();
    expect(failed({ ordered: ['minimum', 'maximum'] })).toBeUndefined();
    expect(failed({ forEach: 'placement', atLeast: 1 })).toBeUndefined();
  });

  it('looks in production only, if it is told to', () => {
    const check = { fails: true, inProduction: true };
    expect(failed(check, [use1])).toBe('No.');
    expect(failed(check, [dev])).toBeUndefined();
  });

  it.each<[string, Omit<Check, 'message'>, string | undefined]>([
    [
      'a name that two have',
      { names: { one: { A: '1', B: '2' }, other: { B: '3' } } },
      'No. Look at B.',
    ],
    [
      'names that differ',
      { names: { one: { A: '1' }, other: { B: '1' } } },
      undefined,
    ],
    [
      'more bytes than there may be, names included',
      { bytes: [{ AB: '注文' }, null, ['x'], 'y'], atMost: 9 },
      'No.',
    ],
    [
      'as many bytes as there may be',
      { bytes: [{ AB: '注文' }, null, ['x'], 'y'], atMost: 10 },
      undefined,
    ],
    [
      'an order that is none',
      {
        ordered: ['low', 'high'],
        entries: [
          { name: 'a', low: 1, high: 1 },
          { name: 'b', low: 10, high: 9 },
          { low: 3, high: 2 },
        ],
      },
      'No. Look at b, 3 and 2.',
    ],
    [
      'an order of which a part is left out',
      { ordered: ['low', 'high'], entries: [{ low: 4 }, { high: 1 }] },
      undefined,
    ],
    [
      'a value that two have',
      {
        differ: 'name',
        entries: [{ name: 'a' }, { name: 'b' }, { name: 'a' }],
      },
      'No. Look at a.',
    ],
    [
      'a value that two in one list have',
      {
        differ: 'name',
        within: 'targets',
        entries: [
          { targets: [{ name: 'a' }, { name: 'b' }] },
          { targets: [{ name: 'c' }, { name: 'c' }] },
        ],
      },
      'No. Look at c.',
    ],
    [
      'a value that two in different lists have',
      {
        differ: 'name',
        within: 'targets',
        entries: [
          { targets: [{ name: 'a' }] },
          { targets: [{ name: 'a' }] },
          {},
        ],
      },
      undefined,
    ],
    [
      'a range in a range',
      {
        apart: 'cidr',
        entries: [
          { cidr: '10.1.0.0/16', environment: 'dev' },
          { cidr: '10.1.64.0/20', region: 'eu-west-1' },
          { cidr: '10.2.0.0/16' },
        ],
      },
      'No. Look at dev-use1 (10.1.0.0/16), prod-euw1 (10.1.64.0/20).',
    ],
    [
      'one range of two placements',
      {
        apart: 'cidr',
        entries: [{ cidr: '10.1.0.0/16', environment: 'prod' }],
      },
      'No. Look at prod-use1 (10.1.0.0/16), prod-euw1 (10.1.0.0/16).',
    ],
    [
      'ranges side by side',
      {
        apart: 'cidr',
        entries: [
          { cidr: '10.1.0.0/17', environment: 'dev' },
          { cidr: '10.1.128.0/17', region: 'us-east-1' },
          { cidr: '10.2.0.0/16' },
        ],
      },
      undefined,
    ],
    [
      'a placement that has none',
      { forEach: 'placement', atLeast: 1, entries: [{ environment: 'prod' }] },
      'No. Look at dev-use1.',
    ],
    [
      'a Region that has two, one by its ARN',
      {
        forEach: 'placement',
        atMost: 1,
        entries: [
          { arn: 'arn:aws:acm:eu-west-1:111122223333:certificate/a' },
          { region: 'eu-west-1', account: '' },
          { account: '000000000000' },
        ],
      },
      'No. Look at prod-euw1.',
    ],
    [
      'one for each',
      {
        forEach: 'placement',
        atLeast: 1,
        atMost: 1,
        entries: [
          { environment: 'dev' },
          { environment: 'prod', region: 'us-east-1', account: use1.account },
          { region: 'eu-west-1' },
        ],
      },
      undefined,
    ],
    [
      'an environment without the Region',
      {
        forEach: 'environment',
        atLeast: 1,
        entries: [{ region: 'eu-west-1' }],
      },
      'No. Look at dev.',
    ],
    [
      'a Region that all environments have',
      {
        forEach: 'environment',
        atLeast: 1,
        entries: [{ region: 'us-east-1' }],
      },
      undefined,
    ],
  ])('knows %s', (_, check, message) => {
    expect(failed(check)).toBe(message);
  });
});
