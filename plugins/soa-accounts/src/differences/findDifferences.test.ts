import { PLACEMENT_STATES } from '@backstage-soa/plugin-soa-common';
import { anAccount } from '../__testUtils__/organisationOf';
import { accountOf, placementOf } from '../__testUtils__/placementOf';
import { differenceFilter } from './differenceFilter';
import { findDifferences } from './findDifferences';

const baseline = 'component:default/account-baseline';
const baselineIn = (account: string) =>
  placementOf({
    componentRef: baseline,
    account: accountOf(account),
    region: 'global',
    runtime: 'platform',
  });

const found = (options: Partial<Parameters<typeof findDifferences>[0]>) => {
  const { differences, knowsBaselines } = findDifferences({
    placements: [],
    accounts: [],
    baseline,
    ...options,
  });
  return {
    knowsBaselines,
    kinds: differences.map(difference =>
      'item' in difference
        ? difference.kind
        : `${difference.kind} ${difference.account.id}`,
    ),
  };
};

describe('findDifferences', () => {
  it('finds every placement that is not in sync', () => {
    const { kinds } = found({
      placements: [...PLACEMENT_STATES]
        .reverse()
        .map(state => placementOf({ state })),
    });
    expect(kinds).toEqual(
      PLACEMENT_STATES.filter(state => state !== 'in-sync'),
    );
  });

  it('finds accounts without a baseline', () => {
    expect(
      found({
        placements: [baselineIn('000000000001')],
        accounts: [
          anAccount({ id: '000000000001' }),
          anAccount({ id: '000000000002' }),
          anAccount({ id: '000000000003', state: 'SUSPENDED' }),
          anAccount({ id: '000000000004', state: 'CLOSED', owner: undefined }),
        ],
      }),
    ).toEqual({
      knowsBaselines: true,
      kinds: ['no-baseline 000000000002'],
    });
  });

  it('does not claim that there is no baseline where none is to be seen', () => {
    expect(
      found({
        placements: [
          placementOf({ componentRef: baseline, runtime: 'lambda' }),
          placementOf({ runtime: 'platform' }),
        ],
        accounts: [anAccount({ id: '000000000001' })],
      }),
    ).toEqual({ knowsBaselines: false, kinds: [] });
  });

  it('finds accounts that do not say whose they are, or what for', () => {
    expect(
      found({
        accounts: [
          anAccount({ id: '000000000001', environment: undefined }),
          anAccount({ id: '000000000002', owner: undefined }),
        ],
      }).kinds,
    ).toEqual(['no-owner 000000000002', 'no-environment 000000000001']);
  });
});

describe('differenceFilter', () => {
  const { differences } = findDifferences({
    placements: [placementOf({ state: 'drifted' }), baselineIn('000000000009')],
    accounts: [
      anAccount({ id: '000000000001', name: 'Shop', environment: 'dev' }),
    ],
    baseline,
  });

  it.each([
    [{}, ['drifted', 'no-baseline']],
    [{ state: 'drifted' }, ['drifted']],
    [{ state: 'no-baseline' }, ['no-baseline']],
    [{ state: 'in-sync' }, ['drifted', 'no-baseline']],
    [{ service: 'orders' }, ['drifted']],
    [{ account: 'shop' }, ['no-baseline']],
    [{ account: '0123' }, ['drifted']],
    [{ environment: 'dev' }, ['no-baseline']],
    [{ region: 'us-east-1' }, ['drifted']],
    [{ runtime: 'lambda' }, []],
  ])('%j leaves %j', (query: Record<string, string>, kinds) => {
    expect(
      differences
        .filter(differenceFilter(name => query[name]))
        .map(({ kind }) => kind),
    ).toEqual(kinds);
  });
});
