import { accountOf, placementOf } from '../__testUtils__/placementOf';
import { placementFilter } from './placementFilter';
import { SHARED_FILTERS } from './sharedFilters';

const items = [
  placementOf(),
  placementOf({
    componentRef: 'component:shop/pricing',
    environment: 'dev',
    account: accountOf('000000000002', 'Runtime-Lambda-Dev'),
    region: 'eu-west-1',
    runtime: 'lambda',
    state: 'drifted',
  }),
  placementOf({
    componentRef: 'component:default/invoices',
    account: accountOf('000000000003'),
  }),
];

const left = (query: Record<string, string>, names = SHARED_FILTERS) =>
  items
    .filter(placementFilter(name => query[name], names))
    .map(({ componentRef }) => componentRef.split('/')[1]);

describe('placementFilter', () => {
  it.each([
    [{}, ['orders', 'pricing', 'invoices']],
    [{ service: 'RIC' }, ['pricing']],
    [{ service: 'shop/' }, ['pricing']],
    [{ service: 'default' }, []],
    [{ account: 'lambda' }, ['pricing']],
    [{ account: ' 00000003 ' }, ['invoices']],
    [{ environment: 'dev' }, ['pricing']],
    [{ environment: 'de' }, []],
    [{ runtime: 'ecs-fargate', region: 'us-east-1' }, ['orders', 'invoices']],
    [{ state: 'drifted' }, ['pricing']],
    [{ state: 'drifted', environment: 'prod' }, []],
    [{ state: 'no-owner' }, ['orders', 'pricing', 'invoices']],
  ])('%j leaves %j', (query, services) => {
    expect(left(query)).toEqual(services);
  });

  it('heeds no filter that is not meant', () => {
    expect(
      items.filter(placementFilter(() => 'nothing of the kind', [])),
    ).toHaveLength(3);
  });
});
