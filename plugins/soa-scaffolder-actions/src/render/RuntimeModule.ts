import type { Runtime } from '@backstage-soa/plugin-soa-common';

/** A Terraform module that runs a service on a runtime. */
export interface RuntimeModule {
  runtime: Runtime;
  /** Its folder's name. */
  name: string;
  /** Its variables that a form may set. */
  settings: readonly string[];
  outputs: readonly string[];
  /** What the platform publishes, for tests: SSM parameters by data source. */
  platform: Readonly<Record<string, string>>;
}

const MODULES: readonly RuntimeModule[] = [
  {
    runtime: 'ecs-fargate',
    name: 'ecs-fargate',
    settings: [
      'cpu',
      'desired_count',
      'health_check_path',
      'host',
      'image',
      'memory',
      'permissions_boundary',
      'port',
      'readonly_root_filesystem',
    ],
    outputs: [
      'cluster_arn',
      'execution_role_arn',
      'log_group_arn',
      'service_arn',
      'target_group_arn',
      'task_role_arn',
    ],
    platform: {
      cluster_arn: 'arn:aws:ecs:us-east-1:111122223333:cluster/runtime-ecs',
      kms_key_arn:
        'arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000',
      subnet_ids: 'subnet-1,subnet-2',
      vpc_id: 'vpc-1',
    },
  },
];

/** The folders that there are modules in, one for each runtime that has one. */
export const MODULE_NAMES = MODULES.map(({ name }) => name);

/** The module of a runtime; `undefined` where there is none yet. */
export function runtimeModuleOf(runtime: Runtime): RuntimeModule | undefined {
  return MODULES.find(module => module.runtime === runtime);
}
