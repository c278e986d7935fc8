import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';
import {
  ordersEntity,
  ordersRepository,
} from '../__testUtils__/ordersRepository';

const directory = resolve(__dirname, '../../../../templates/repair');

const example = (name: string) =>
  parse(readFileSync(resolve(directory, 'examples', `${name}.yaml`), 'utf8'));

const run = async (values: object) =>
  dryRunTemplate(directory, values, {
    entities: [ordersEntity()],
    repository: await ordersRepository(),
  });

describe('template repair', () => {
  it('rolls out to one placement, and changes nothing else', async () => {
    const { error, log, files, output, tfc } = await run(example('smallest'));
    expect(error).toBeUndefined();
    expect(log.join('\n')).toMatch(
      /Would start a rollout of .* to prod-use1$/m,
    );
    expect(files).toEqual({});
    expect(tfc.writes).toEqual([]);
    expect(output.links?.map(({ title }) => title)).toEqual([
      'Watch the rollout',
      'Open the repository',
    ]);
  });

  it('rolls out to several, one environment after the other', async () => {
    const { error, log } = await run(example('fullest'));
    expect(error).toBeUndefined();
    expect(log.join('\n')).toContain('dev-use1, and then to prod-use1');
  });

  it('says which placements there are', async () => {
    const { status, error, log } = await run({
      ...example('smallest'),
      placements: ['prod-use2'],
    });
    expect(status).not.toBe(200);
    expect(`${error} ${log.join()}`).toContain(
      'the service has no prod-use2: choose among dev-use1, prod-use1, prod-euw1',
    );
  });

  it.each([
    ['no service', { component: undefined }],
    ['what is no service', { component: 'resource:default/x' }],
    ['no placement', { placements: undefined }],
  ])('refuses %s at once', async (_, wrong) => {
    const { status } = await run({ ...example('smallest'), ...wrong });
    expect(status).toBe(400);
  });
});
