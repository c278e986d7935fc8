import { accountOf } from '../__testUtils__/accountOf';
import { placesOf } from './placesOf';

const unit = (id: string, path: string, organizationId = 'o-1') => ({
  id,
  name: path.split('/').pop()!,
  arn: `arn:aws:organizations::000000000001:ou/${organizationId}/${id}`,
  organizationId,
  path,
});

const accounts = [
  accountOf('000000000001'),
  accountOf('000000000002', {
    environment: undefined,
    organizationalUnitPath: 'Security',
  }),
  accountOf('000000000003', { environment: 'dev' }),
];

const words = { whole: 'All accounts' };

describe('placesOf', () => {
  it('offers accounts of the environment, and of none', () => {
    expect(placesOf('prod', accounts, undefined, words)).toEqual([
      {
        kind: 'account',
        id: '000000000001',
        label: 'account-1 (000000000001)',
      },
      {
        kind: 'account',
        id: '000000000002',
        label: 'account-2 (000000000002)',
      },
    ]);
  });

  it('offers units that hold some of them, with how many', () => {
    const places = placesOf(
      'prod',
      accounts,
      [
        unit('ou-p', 'Workloads/Prod'),
        unit('r-1', ''),
        unit('ou-w', 'Workloads'),
        unit('ou-d', 'Workloads/Dev'),
        unit('ou-x', 'Work'),
        unit('ou-o', 'Workloads', 'o-2'),
      ],
      words,
    );
    expect(
      places
        .filter(({ kind }) => kind === 'organizationalUnit')
        .map(({ id, label }) => [id, label]),
    ).toEqual([
      ['r-1', 'All accounts (2)'],
      ['ou-w', 'Workloads (1)'],
      ['ou-p', 'Workloads/Prod (1)'],
    ]);
  });
});
