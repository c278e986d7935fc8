import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';
import {
  ordersEntity,
  ordersRepository,
} from '../__testUtils__/ordersRepository';

const directory = resolve(
  __dirname,
  '../../../../templates/decommission-service',
);

const example = (name: string) =>
  parse(readFileSync(resolve(directory, 'examples', `${name}.yaml`), 'utf8'));

const cart = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'cart', namespace: 'default' },
};

const run = async (values: object, consumers: Array<typeof cart> = []) =>
  dryRunTemplate(directory, values, {
    entities: [
      {
        ...ordersEntity(),
        relations: consumers.map(({ metadata }) => ({
          type: 'dependencyOf',
          targetRef: `component:default/${metadata.name}`,
        })),
      },
      ...consumers,
    ],
    repository: await ordersRepository(),
  });

describe('template decommission-service', () => {
  it.each(['smallest', 'fullest'])(
    'destroys all placements at its %s, and changes no file',
    async name => {
      const { error, log, files, output, tfc } = await run(example(name));
      expect(error).toBeUndefined();
      expect(log.join('\n')).toMatch(
        /Would start a rollout that destroys .*dev-use1.*prod-use1.*prod-euw1/,
      );
      expect(files).toEqual({});
      expect(tfc.writes).toEqual([]);
      expect(output.links?.map(({ title }) => title)).toEqual([
        'Watch the rollout',
        'Open the repository',
      ]);
    },
  );

  it('has the component leave the catalog', () => {
    const { spec } = parse(
      readFileSync(resolve(directory, 'template.yaml'), 'utf8'),
    );
    expect(spec.steps.map(({ action }: { action: string }) => action)).toEqual([
      'soa:decommission:check',
      'soa:service:read',
      'soa:rollout:start',
    ]);
    expect(spec.steps.at(-1).input).toMatchObject({
      operation: 'destroy',
      unregister: true,
    });
  });

  it('refuses while somebody consumes it', async () => {
    const { status, error, log } = await run(example('smallest'), [cart]);
    expect(status).not.toBe(200);
    expect(`${error} ${log.join()}`).toContain('component:default/cart');
  });

  it('looks again whether its name was typed', async () => {
    const { status, error, log } = await run({
      ...example('smallest'),
      confirm: 'order',
    });
    expect(status).not.toBe(200);
    expect(`${error} ${log.join()}`).toContain(
      'confirm: type the name of the service, orders',
    );
  });

  it.each([
    ['no service', { component: undefined }],
    ['what is no service', { component: 'resource:default/x' }],
    ['no name', { confirm: undefined }],
  ])('refuses %s at once', async (_, wrong) => {
    const { status } = await run({ ...example('smallest'), ...wrong });
    expect(status).toBe(400);
  });
});
