import type { Entity } from '@backstage/catalog-model';
import { PlacementProcessor } from './PlacementProcessor';

const placement = {
  environment: 'prod',
  account: '111122223333',
  region: 'us-east-1',
  runtime: 'ecs-fargate',
};

const component = (placements: unknown, kind = 'Component'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'orders' },
  spec: { type: 'service', placements: placements as object[] },
});

async function process(entity: Entity, environments = ['dev', 'prod']) {
  const emit = jest.fn();
  const result: Entity & {
    status?: { items?: Array<{ message: string; type: string }> };
  } = await new PlacementProcessor(environments).postProcessEntity(
    entity,
    { type: 'url', target: 'https://git.test' },
    emit,
  );
  return {
    result,
    relations: emit.mock.calls.map(([{ type, relation }]) => [
      type,
      relation.source.name,
      relation.type,
      relation.target.name,
    ]),
    messages: result.status?.items?.map(({ message }) => message),
  };
}

describe('PlacementProcessor', () => {
  it('relates a component to each account once, both ways', async () => {
    const entity = component([
      placement,
      { ...placement, region: 'eu-west-1' },
      { ...placement, account: '444455556666' },
    ]);
    const { result, relations } = await process(entity);
    expect(result).toBe(entity);
    expect(relations).toEqual([
      ['relation', 'orders', 'runsIn', '111122223333'],
      ['relation', '111122223333', 'hosts', 'orders'],
      ['relation', 'orders', 'runsIn', '444455556666'],
      ['relation', '444455556666', 'hosts', 'orders'],
    ]);
  });

  it('says on the entity what is wrong, and keeps what is right', async () => {
    const { relations, messages, result } = await process(
      component([
        placement,
        { ...placement, account: 42 },
        { ...placement, environment: 'moon' },
      ]),
    );
    expect(relations).toHaveLength(2);
    expect(messages).toEqual([
      'InputError: spec.placements[1].account is a number: quote it, because YAML drops the leading zeros of a number',
      'InputError: spec.placements[2].environment "moon" is not valid: write one of dev, prod',
    ]);
    expect(result.status?.items?.[0].type).toBe(
      'backstage.io/catalog-processing',
    );
  });

  it.each(['prod', {}, null, 7])('takes no list for %p', async value => {
    const { relations, messages } = await process(component(value));
    expect(relations).toEqual([]);
    expect(messages).toEqual([
      'InputError: spec.placements must be a list of placements',
    ]);
  });

  it('takes any environment where none are configured', async () => {
    const { messages } = await process(
      component([{ ...placement, environment: 'moon' }]),
      [],
    );
    expect(messages).toBeUndefined();
  });

  it('leaves other entities alone', async () => {
    const api = component('nonsense', 'API');
    expect((await process(api)).result).toBe(api);
    const bare = component(undefined);
    expect((await process(bare)).result).toBe(bare);
  });
});
