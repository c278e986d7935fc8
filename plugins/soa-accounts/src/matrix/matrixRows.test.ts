import { accountOf, placementOf } from '../__testUtils__/placementOf';
import { matrixColumns, matrixRows } from './matrixRows';

const items = [
  placementOf({ componentRef: 'component:default/pricing' }),
  placementOf(),
  placementOf({ region: 'eu-west-1' }),
  placementOf({ account: accountOf('000000000002') }),
];

describe('matrixRows', () => {
  it('puts all placements of a service in an account in one cell', () => {
    const rows = matrixRows(items, 'account');
    expect(rows.map(({ componentRef }) => componentRef)).toEqual([
      'component:default/orders',
      'component:default/pricing',
    ]);
    expect(
      rows[0].cells.get('012345678901')?.map(({ region }) => region),
    ).toEqual(['us-east-1', 'eu-west-1']);
    expect(rows[1].cells.get('000000000002')).toBeUndefined();
  });

  it('counts what a service has, in all and in the fullest cell', () => {
    expect(
      matrixRows(items, 'account').map(({ count, fullest }) => [
        count,
        fullest,
      ]),
    ).toEqual([
      [3, 2],
      [1, 1],
    ]);
  });

  it('can be turned to Regions', () => {
    const [orders] = matrixRows(items, 'region');
    expect([...orders.cells.keys()]).toEqual(['us-east-1', 'eu-west-1']);
    expect(orders.cells.get('us-east-1')).toHaveLength(2);
  });
});

describe('matrixColumns', () => {
  it('has the columns of the placements, and no other', () => {
    expect(matrixColumns(items, 'account')).toEqual([
      {
        id: '000000000002',
        name: '000000000002',
        entityRef: 'resource:default/000000000002',
        count: 1,
      },
      {
        id: '012345678901',
        name: 'runtime-ecs-prod',
        entityRef: 'resource:default/012345678901',
        count: 3,
      },
    ]);
    expect(
      matrixColumns(items.slice(0, 3), 'account').map(({ id }) => id),
    ).toEqual(['012345678901']);
  });

  it('does not link Regions', () => {
    expect(matrixColumns(items, 'region')).toEqual([
      { id: 'eu-west-1', name: 'eu-west-1', count: 1 },
      { id: 'us-east-1', name: 'us-east-1', count: 3 },
    ]);
  });
});
