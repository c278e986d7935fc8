import fc from 'fast-check';
import { arbitraryPlacement } from '../__testUtils__/arbitraryPlacement';
import { placementOfWorkspaceTags, workspaceTags } from './workspaceTags';

const component = { namespace: 'default', name: 'orders' };

describe('workspaceTags', () => {
  const tags = workspaceTags(component, {
    environment: 'prod',
    account: '111122223333',
    region: 'us-east-1',
    runtime: 'ecs-fargate',
    workspace: 'orders-prod-use1',
  });

  it('says what the workspace holds', () => {
    expect(tags).toEqual({
      'soa-component': 'orders',
      'soa-namespace': 'default',
      'soa-environment': 'prod',
      'soa-account': '111122223333',
      'soa-region': 'us-east-1',
      'soa-runtime': 'ecs-fargate',
    });
  });

  it('is read back as it was written, but for the workspace', () => {
    fc.assert(
      fc.property(
        arbitraryPlacement,
        fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/),
        fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/),
        ({ workspace, ...placement }, name, namespace) => {
          expect(
            placementOfWorkspaceTags(
              workspaceTags({ namespace, name }, { ...placement, workspace }),
            ),
          ).toEqual({
            componentRef: `component:${namespace}/${name}`.toLowerCase(),
            placement,
          });
        },
      ),
    );
  });

  it('is read without a namespace, and with tags of others', () => {
    const { 'soa-namespace': _, ...others } = tags;
    expect(
      placementOfWorkspaceTags({ ...others, team: 'shop' })?.componentRef,
    ).toBe('component:default/orders');
  });

  it.each([
    ['soa-component', undefined],
    ['soa-component', ''],
    ['soa-environment', undefined],
    ['soa-account', '12345'],
    ['soa-account', undefined],
    ['soa-region', 'frankfurt'],
    ['soa-runtime', 'mainframe'],
  ])('names no placement where %s is %j', (key, value) => {
    const { [key]: _, ...others } = tags;
    expect(
      placementOfWorkspaceTags(
        value === undefined ? others : { ...others, [key]: value },
      ),
    ).toBeUndefined();
    expect(placementOfWorkspaceTags({})).toBeUndefined();
  });
});
