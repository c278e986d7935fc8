import type { Entity } from '@backstage/catalog-model';
import { shardsOfEntity } from './shardsOfEntity';

const HERE = '111122223333';
const THERE = '444455556666';
const placement = {
  environment: 'prod',
  account: HERE,
  region: 'eu-west-1',
  runtime: 'ecs-fargate',
};
const entity = (overrides: Partial<Entity>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', namespace: 'default' },
  ...overrides,
});
const positions = [HERE, THERE].flatMap(account =>
  ['eu-west-1', 'us-east-1'].map(region => ({ account, region })),
);

async function shardsOf(
  of: Entity,
  places: Record<string, Array<{ account: string; region: string }>> = {},
) {
  const { shards } = await shardsOfEntity(of, {
    places: {
      of: async (...owners: string[]) =>
        owners.flatMap(owner => places[owner] ?? []),
    } as never,
    listPositions: async ({ accounts = [] } = {}) =>
      positions.filter(({ account }) => accounts.includes(account)) as never,
  });
  return shards.map(({ account, region }) => `${account} ${region}`);
}

describe('shardsOfEntity', () => {
  it('has the placements of a component, and where its roles and resources are', async () => {
    const cart = entity({ spec: { placements: [placement] } });
    const places = {
      'component:default/cart': [
        { account: THERE, region: '*' },
        { account: HERE, region: 'ap-northeast-1' },
        { account: '777788889999', region: '*' },
      ],
    };
    expect(await shardsOf(cart, places)).toEqual([
      `${HERE} eu-west-1`,
      `${HERE} us-east-1`,
      `${THERE} eu-west-1`,
      `${THERE} us-east-1`,
      `${HERE} ap-northeast-1`,
      '777788889999 us-east-1',
    ]);
  });

  it('has those of a workspace by its id', async () => {
    const workspace = entity({
      kind: 'Resource',
      metadata: {
        name: 'any',
        annotations: { 'app.terraform.io/workspace-id': 'ws-1' },
      },
      spec: { type: 'terraform-workspace' },
    });
    const places = { 'ws-1': [{ account: HERE, region: 'eu-west-1' }] };
    expect(await shardsOf(workspace, places)).toEqual([`${HERE} eu-west-1`]);
  });

  it('has every Region that an account is read in', async () => {
    const account = (id: string) =>
      entity({
        kind: 'Resource',
        metadata: { name: id, annotations: { 'amazonaws.com/account-id': id } },
        spec: { type: 'cloud-account' },
      });
    expect(await shardsOf(account(HERE))).toEqual([
      `${HERE} eu-west-1`,
      `${HERE} us-east-1`,
    ]);
    expect(await shardsOf(account('777788889999'))).toEqual([
      '777788889999 us-east-1',
    ]);
  });

  it('has the Regions of an account that have not had their turn yet', async () => {
    const cart = entity({ spec: {} });
    const places = {
      'component:default/cart': [{ account: HERE, region: '*' }],
      [HERE]: [{ account: HERE, region: 'ap-northeast-1' }],
    };
    expect(await shardsOf(cart, places)).toEqual([
      `${HERE} ap-northeast-1`,
      `${HERE} eu-west-1`,
      `${HERE} us-east-1`,
    ]);
  });
});
