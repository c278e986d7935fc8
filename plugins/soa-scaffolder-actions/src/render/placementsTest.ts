import { hclString } from '../hcl';
import type { RuntimeModule } from './RuntimeModule';

/** A test that plans every placement, without an AWS account. */
export function placementsTest(
  keys: readonly string[],
  { platform }: RuntimeModule,
): string {
  const parameters = Object.entries(platform)
    .map(
      ([name, value]) => `  override_data {
    target = module.service.data.aws_ssm_parameter.${name}
    values = { value = ${hclString(value)} }
  }
`,
    )
    .join('\n');
  const runs = keys.map(
    key => `run "plans_${key.replaceAll('-', '_')}" {
  command = plan

  variables {
    placement = ${hclString(key)}
  }

  assert {
    condition     = output.cluster_arn != ""
    error_message = "The placement runs on a cluster of its platform."
  }
}
`,
  );
  return `mock_provider "aws" {
${parameters}}

${runs.join('\n')}`;
}
