import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { readFileTree, writeFileTree } from '../files';
import { ordersPlacements } from '../__testUtils__';
import { hclString } from '../hcl';
import { renderTerraform } from './renderTerraform';
import { runtimeModuleOf } from './RuntimeModule';

// Needs Terraform and its AWS provider; whoever has them says so.
const describeTerraform = process.env.SOA_TERRAFORM_CHECKS
  ? describe
  : describe.skip;

describeTerraform('rendered Terraform', () => {
  const directory = createMockDirectory();
  const terraform = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)('terraform', args, {
      cwd: directory.path,
      env: { ...process.env, TF_IN_AUTOMATION: '1' },
    });
    return stdout;
  };

  it('is formatted, valid and passes its own test', async () => {
    const fargate = runtimeModuleOf('ecs-fargate')!;
    await writeFileTree(
      directory.path,
      renderTerraform(
        {
          componentRef: 'component:default/orders',
          name: 'orders',
          owner: 'group:default/team-shop',
          placements: ordersPlacements,
          productionEnvironments: ['prod'],
          settings: { image: 'nginx:1', desired_count: 3 },
        },
        fargate,
        await readFileTree(
          resolve(__dirname, '../../../../terraform/modules', fargate.name),
        ),
      ),
    );

    expect(await terraform('fmt', '-check', '-diff', '-recursive')).toBe('');
    await terraform('init', '-backend=false', '-input=false');
    expect(JSON.parse(await terraform('validate', '-json'))).toMatchObject({
      valid: true,
      diagnostics: [],
    });
    const test = await terraform('test', '-no-color');
    expect(test).toContain('3 passed, 0 failed');
  }, 600_000);

  it('reads back any string that hclString has written', async () => {
    const values = [
      '${var.x} $${x} $$${x} %{ if true } %%{ x',
      'say "hi"\n\r\t\\ \\n \\u0041',
      '\u0000\u0007\u2028\u200b\u{e0001} 注文 😀',
    ];
    directory.setContent({
      'main.tf': values
        .map(
          (value, at) =>
            `output "o${at}" {\n  value = ${hclString(value)}\n}\n`,
        )
        .join('\n'),
    });
    expect(await terraform('fmt', '-check', '-diff')).toBe('');
    await terraform('init', '-backend=false', '-input=false');
    await terraform('apply', '-auto-approve', '-no-color');
    const outputs = JSON.parse(await terraform('output', '-json'));
    expect(values.map((_, at) => outputs[`o${at}`].value)).toEqual(values);
  }, 300_000);
});
