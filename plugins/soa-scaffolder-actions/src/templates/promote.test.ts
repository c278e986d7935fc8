import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';
import {
  ordersEntity,
  ordersRepository,
} from '../__testUtils__/ordersRepository';

const directory = resolve(__dirname, '../../../../templates/promote');

const example = (name: string) =>
  parse(readFileSync(resolve(directory, 'examples', `${name}.yaml`), 'utf8'));

const DEV = 'infra/placements/dev-use1.json';

async function run(values: object, devImage?: string) {
  const repository = await ordersRepository();
  const changed: Record<string, string> = devImage
    ? {
        [DEV]: repository[DEV].replace(
          /"image": ".*"/,
          `"image": "${devImage}"`,
        ),
      }
    : {};
  return dryRunTemplate(directory, values, {
    entities: [ordersEntity()],
    repository: { ...repository, ...changed },
  });
}

const image = `nginx@sha256:${'b'.repeat(64)}`;

describe('template promote', () => {
  it('opens a pull request that shows the difference', async () => {
    const { error, files, log, output } = await run(example('smallest'), image);
    expect(error).toBeUndefined();
    expect(Object.keys(files)).toEqual([
      'infra/placements/prod-euw1.json',
      'infra/placements/prod-use1.json',
    ]);
    const lines = log.join('\n');
    expect(lines).toContain('Promote orders from dev to prod');
    expect(lines).not.toContain('Running soa:rollout:start');
    expect(output.text).toEqual([
      {
        title: 'What changes',
        content: expect.stringContaining(`+ "${image}"`),
      },
      {
        title: 'What comes next',
        content: expect.stringContaining('tick "It is merged already"'),
      },
    ]);
  });

  it('rolls out to the environment once it is merged', async () => {
    const { error, log } = await run(example('fullest'));
    expect(error).toBeUndefined();
    expect(log.join('\n')).toMatch(
      /Would start a rollout of .* to prod-use1, prod-euw1$/m,
    );
  });

  it('says that there is nothing to promote, and does nothing', async () => {
    const { error, log, output } = await run(example('smallest'));
    expect(error).toBeUndefined();
    expect(log.join()).not.toMatch(/Running (publish|soa:rollout)/);
    expect(output.text).toEqual([
      {
        title: 'What changes',
        content: expect.stringContaining('There is nothing to promote'),
      },
    ]);
  });

  it('only shows the difference, if that is wanted', async () => {
    const { log } = await run(
      { ...example('smallest'), onlyShow: true },
      image,
    );
    expect(log.join()).not.toMatch(/Running (publish|soa:rollout)/);
  });

  it.each([
    ['no environment', { from: undefined }],
    ['what is none', { from: 'a b' }],
  ])('refuses %s at once', async (_, wrong) => {
    const { status } = await run({ ...example('smallest'), ...wrong });
    expect(status).toBe(400);
  });
});
