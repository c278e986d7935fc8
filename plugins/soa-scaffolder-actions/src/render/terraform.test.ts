import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { writeFileTree } from '../files';
import { ordersPlacements } from '../__testUtils__';
import { hclString } from '../hcl';
import { TerraformModules } from '../terraform-modules';
import { parseTerraformModule } from '../terraform-modules/parseTerraformModule';
import { renderTerraform } from './renderTerraform';

// Needs Terraform and its AWS provider; whoever has them says so.
const describeTerraform = process.env.SOA_TERRAFORM_CHECKS
  ? describe
  : describe.skip;

describeTerraform('rendered Terraform', () => {
  const directory = createMockDirectory();
  beforeEach(() => directory.clear());

  const terraform = async (...args: string[]) => {
    const { stdout } = await promisify(execFile)('terraform', args, {
      cwd: directory.path,
      env: { ...process.env, TF_IN_AUTOMATION: '1' },
    });
    return stdout;
  };

  it('is formatted, valid and passes its own test', async () => {
    const modules = new TerraformModules([
      resolve(__dirname, '../../../../terraform/modules'),
    ]);
    await writeFileTree(
      directory.path,
      renderTerraform(
        {
          componentRef: 'component:default/orders',
          name: 'orders',
          owner: 'group:default/team-shop',
          placements: ordersPlacements,
          productionEnvironments: ['prod'],
          settings: {
            image: 'nginx:1',
            require_digest: false,
            desired_count: 3,
          },
        },
        await modules.get('ecs-fargate'),
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

  it('passes on whatever a module takes, gives and needs', async () => {
    const module = parseTerraformModule('keys', {
      'terraform.tf': `terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.28, < 7"
    }
    random = {
      source = "hashicorp/random"
    }
  }
}
`,
      'variables.tf': [
        'access',
        'consumes',
        'hostname',
        'organization',
        'permissions_boundary',
        'regions',
        'service',
        'limits',
      ]
        .map(name => `variable "${name}" {}\n`)
        .join('\n'),
      'main.tf': `data "aws_ssm_parameter" "zone_id" {
  name = "/soa/platform/prod/zone-id"
}

resource "random_password" "this" {
  length = var.limits.length
}
`,
      'outputs.tf': `output "facts" {
  value = [var.access, var.consumes, var.hostname, var.organization, var.permissions_boundary, var.regions, var.service]
}

output "password" {
  value     = random_password.this.result
  sensitive = true
}

output "zone_id" {
  value     = data.aws_ssm_parameter.zone_id.value
  sensitive = true
}
`,
      'root/extra.tf':
        'resource "random_password" "beside" {\n  length = 8\n}\n',
      'tests/mocks/random.tfmock.hcl': `mock_resource "random_password" {
  defaults = {
    result = "mocked"
  }
}
`,
    });
    const tree = renderTerraform(
      {
        componentRef: 'component:default/orders',
        name: 'orders',
        owner: 'group:default/team-shop',
        placements: ordersPlacements,
        productionEnvironments: ['prod'],
        permissionsBoundary: 'soa/service-boundary',
        settings: { limits: { length: 12 } },
      },
      module,
    );
    await writeFileTree(directory.path, {
      ...tree,
      'tests/outputs.tftest.hcl': `${
        tree['tests/placements.tftest.hcl'].split('run "')[0]
      }run "outputs" {
  variables {
    placement = "prod-use1"
  }

  assert {
    condition     = jsonencode(output.facts) == jsonencode([{}, [], "app.terraform.io", "acme", "arn:aws:iam::111122223333:policy/soa/service-boundary", ["eu-west-1", "us-east-1"], "orders"])
    error_message = jsonencode(output.facts)
  }

  assert {
    condition     = output.password == "mocked" && output.zone_id == "Z0123456789ABCDEFGHIJ"
    error_message = "The mocks of the module and of the platform hold."
  }
}
`,
    });

    expect(tree['extra.tf']).toContain('beside');
    expect(tree).not.toHaveProperty(['modules/keys/root/extra.tf']);
    await terraform('init', '-backend=false', '-input=false');
    expect(await terraform('test', '-no-color')).toContain(
      '4 passed, 0 failed',
    );
  }, 600_000);

  it('takes a module from where the organisation keeps it', async () => {
    const modules = new TerraformModules([
      resolve(__dirname, '../../../../terraform/modules'),
    ]);
    const tree = renderTerraform(
      {
        componentRef: 'component:default/orders',
        name: 'orders',
        owner: 'group:default/team-shop',
        placements: ordersPlacements,
        productionEnvironments: ['prod'],
        settings: {},
      },
      await modules.get('ecs-fargate'),
      { source: 'app.terraform.io/acme/ecs-fargate/aws', version: '~> 2.1' },
    );
    expect(tree['main.tf']).toContain(`module "service" {
  source  = "app.terraform.io/acme/ecs-fargate/aws"
  version = "~> 2.1"
`);
    expect(
      Object.keys(tree).filter(path => path.startsWith('modules/')),
    ).toEqual([]);
    await writeFileTree(directory.path, tree);
    expect(await terraform('fmt', '-check', '-diff', '-recursive')).toBe('');
  });

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
