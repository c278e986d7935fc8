import { hclString } from '../hcl';
import type { TerraformModule } from '../terraform-modules';

/** Where the mocks of a module lie, in it and in the root. */
export const MOCKS = 'tests/mocks/';

/** What the platform contract could hold, where its name does not tell. */
const PLATFORM: Readonly<Record<string, string>> = {
  vpc_id: 'vpc-0123456789abcdef0',
  subnet_ids: 'subnet-0123456789abcdef0,subnet-0123456789abcdef1',
  public_subnet_ids: 'subnet-0123456789abcdef2,subnet-0123456789abcdef3',
  cluster_arn: 'arn:aws:ecs:us-east-1:111122223333:cluster/platform',
  eks_cluster_name: 'platform',
  listener_arn:
    'arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/platform/0123456789abcdef/0123456789abcdef',
  zone_id: 'Z0123456789ABCDEFGHIJ',
  kms_key_arn:
    'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000',
  service_network_arn:
    'arn:aws:vpc-lattice:us-east-1:111122223333:servicenetwork/sn-0123456789abcdef0',
  alarm_topic_arn: 'arn:aws:sns:us-east-1:111122223333:platform-alarms',
};

/** A test that plans every placement, without an AWS account. */
export function placementsTest(
  keys: readonly string[],
  { platform, providers, files }: TerraformModule,
): string {
  const hasMocks = Object.keys(files).some(path => path.startsWith(MOCKS));
  const parameters = platform
    .map(
      name => `  override_data {
    target = module.service.data.aws_ssm_parameter.${name}
    values = { value = ${hclString(PLATFORM[name] ?? 'mock')} }
  }
`,
    )
    .join('\n');
  const mocks = providers.map(provider => {
    const parts = [
      ...(hasMocks ? [`  source = "./${MOCKS.slice(0, -1)}"\n`] : []),
      ...(provider === 'aws' && parameters ? [parameters] : []),
    ];
    return parts.length > 0
      ? `mock_provider "${provider}" {\n${parts.join('\n')}}\n`
      : `mock_provider "${provider}" {}\n`;
  });
  return [...mocks, ...keys.map(placementRun)].join('\n');
}

/** A test of its placements with more of them, and all else as it is. */
export function withPlacementRuns(
  text: string,
  keys: readonly string[],
): string {
  const missing = keys.filter(key => !text.includes(`run "${runName(key)}"`));
  return [text, ...missing.map(placementRun)].join('\n');
}

function runName(key: string): string {
  return `plans_${key.replaceAll('-', '_')}`;
}

function placementRun(key: string): string {
  return `run "${runName(key)}" {
  command = plan

  variables {
    placement = ${hclString(key)}
  }

  assert {
    condition     = local.p.key == var.placement
    error_message = "The file placements/${key}.json is of another placement."
  }
}
`;
}
