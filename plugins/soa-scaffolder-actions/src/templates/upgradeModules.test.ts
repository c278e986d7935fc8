import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';
import {
  ordersEntity,
  ordersRepository,
} from '../__testUtils__/ordersRepository';

const directory = resolve(__dirname, '../../../../templates/upgrade-modules');

const example = (name: string) =>
  parse(readFileSync(resolve(directory, 'examples', `${name}.yaml`), 'utf8'));

const OLD = 'infra/modules/ecs-fargate/old.tf';
const SUMS = 'infra/generated.sha256';
/** Of what it holds. */
const SUM = 'bd3d3d51e20b474f0f101763ee720a107efc7e20312767cdcad3f6251aefaadd';

/** Of a repository, a file that the module has no more. */
async function run(values: object, isOld = false) {
  const repository = await ordersRepository();
  return dryRunTemplate(directory, values, {
    entities: [ordersEntity()],
    repository: isOld
      ? {
          ...repository,
          [OLD]: 'locals {}\n',
          [SUMS]: `${repository[SUMS]}${SUM}  modules/ecs-fargate/old.tf\n`,
        }
      : repository,
  });
}

describe('template upgrade-modules', () => {
  it('opens a pull request', async () => {
    const { error, log, output, files } = await run(example('smallest'), true);
    expect(error).toBeUndefined();
    expect(Object.keys(files)).toEqual([SUMS]);
    const lines = log.join('\n');
    expect(lines).toContain('Running publish:github:pull-request');
    expect(lines).toMatch(
      /"filesToDelete": \[\s*"infra\/modules\/ecs-fargate\/old\.tf"/,
    );
    expect(lines).not.toContain('Running soa:rollout:start');
    expect(output.text).toEqual([
      {
        title: 'What changes',
        content: expect.stringContaining(`Removes ${OLD}`),
      },
      expect.objectContaining({ title: 'What comes next' }),
    ]);
  });

  it('rolls out to all placements once it is merged', async () => {
    const { error, log } = await run(example('fullest'));
    expect(error).toBeUndefined();
    expect(log.join('\n')).toMatch(
      /Would start a rollout of .* to dev-use1, and then to prod-use1, prod-euw1$/m,
    );
  });

  it('says that there is nothing to upgrade, and does nothing', async () => {
    const { error, log, output } = await run(example('smallest'));
    expect(error).toBeUndefined();
    expect(log.join()).not.toMatch(/Running (publish|soa:rollout)/);
    expect(output.text).toEqual([
      {
        title: 'What changes',
        content: expect.stringContaining('as the portal has it now'),
      },
    ]);
  });

  it('only shows what would change, if that is wanted', async () => {
    const { log } = await run({ ...example('smallest'), onlyShow: true }, true);
    expect(log.join()).not.toMatch(/Running (publish|soa:rollout)/);
  });
});
