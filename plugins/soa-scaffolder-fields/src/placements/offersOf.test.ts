import { accountOf } from '../__testUtils__/accountOf';
import { offersOf } from './offersOf';

const owner = 'group:default/team-shop';

describe('offersOf', () => {
  it('offers the Regions of all open accounts of an environment', () => {
    const open = accountOf('000000000001');
    const ours = accountOf('000000000002', {
      allowedOwners: [owner],
      regions: ['us-west-2', 'us-east-1'],
    });
    const theirs = accountOf('000000000003', {
      allowedOwners: ['group:default/team-payments'],
      regions: ['ap-northeast-1'],
    });
    expect(offersOf([open, ours, theirs], owner)).toEqual([
      {
        environment: 'prod',
        accounts: [open, ours],
        regions: ['eu-west-1', 'us-east-1', 'us-west-2'],
        closed: [theirs],
      },
    ]);
  });

  it('follows the order in which changes are promoted', () => {
    const offers = offersOf(
      ['prod', 'moon', 'dev'].map((environment, index) =>
        accountOf(`00000000000${index}`, { environment }),
      ),
      owner,
      ['dev', 'qa', 'prod'],
    );
    expect(
      offers.map(({ environment, reason }) => [environment, reason]),
    ).toEqual([
      ['dev', undefined],
      ['qa', 'gone'],
      ['prod', undefined],
      ['moon', undefined],
    ]);
  });

  it('tells of what was chosen though no account is there', () => {
    expect(offersOf([], owner, ['dev', 'prod'], ['prod'])).toEqual([
      { environment: 'prod', accounts: [], regions: [], reason: 'gone' },
    ]);
  });

  it('says why an environment is not on offer', () => {
    const offers = offersOf(
      [
        accountOf('000000000001', { state: 'SUSPENDED' }),
        accountOf('000000000002', {
          environment: 'dev',
          allowedOwners: [],
        }),
        accountOf('000000000003', { environment: undefined }),
      ],
      undefined,
    );
    expect(
      offers.map(({ environment, reason }) => [environment, reason]),
    ).toEqual([
      ['prod', 'suspended'],
      ['dev', 'closed'],
    ]);
  });
});
