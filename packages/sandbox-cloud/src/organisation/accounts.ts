/** One account of the pretend organisation. */
export interface SandboxAccount {
  id: string;
  name: string;
  email: string;
  /** The OU's path; empty for the root. */
  unit: string;
  state: 'ACTIVE' | 'SUSPENDED';
  tags: Record<string, string>;
}

export const MANAGEMENT_ACCOUNT = '100000000001';
export const LOG_ARCHIVE_ACCOUNT = '100000000011';
export const ORGANIZATION_ID = 'o-acme000001';

function emailOf(name: string): string {
  return `aws+${name}@acme.example`;
}

const REGIONS = 'us-east-1 us-west-2 eu-west-1';
const RUNTIMES: Record<string, string> = {
  ecs: 'ecs-fargate ecs-ec2',
  eks: 'eks',
  ec2: 'ec2',
  lambda: 'lambda',
  frontend: 'static-site',
};

function runtimeAccount(
  id: string,
  kind: keyof typeof RUNTIMES,
  environment: string,
  unit: string,
): SandboxAccount {
  const name = `runtime-${kind}-${environment}`;
  return {
    id,
    name,
    email: emailOf(name),
    unit: `Workloads/${unit}`,
    state: 'ACTIVE',
    tags: {
      'soa:environment': environment,
      'soa:runtimes': RUNTIMES[kind],
      'soa:regions': REGIONS,
      'soa:owner': 'group:default/team-platform',
      'soa:business-unit': 'Technology',
    },
  };
}

function sharedAccount(
  id: string,
  name: string,
  unit: string,
  owner: string,
): SandboxAccount {
  return {
    id,
    name,
    email: emailOf(name),
    unit,
    state: 'ACTIVE',
    tags: { 'soa:owner': `group:default/${owner}` },
  };
}

function sandboxAccount(id: string, team: string): SandboxAccount {
  const name = `sandbox-${team}`;
  return {
    id,
    name,
    email: emailOf(name),
    unit: 'Sandbox',
    state: 'ACTIVE',
    tags: {
      'soa:environment': 'sandbox',
      'soa:runtimes': 'ecs-fargate lambda static-site',
      'soa:regions': 'us-east-1',
      'soa:owner': `group:default/team-${team}`,
      'soa:allowed-owners': `group:default/team-${team}`,
      'soa:business-unit': 'Retail',
    },
  };
}

export const accounts: readonly SandboxAccount[] = [
  sharedAccount(MANAGEMENT_ACCOUNT, 'acme-management', '', 'team-platform'),
  sharedAccount(
    LOG_ARCHIVE_ACCOUNT,
    'log-archive',
    'Security',
    'team-security',
  ),
  sharedAccount(
    '100000000012',
    'security-tooling',
    'Security',
    'team-security',
  ),
  sharedAccount('100000000021', 'network', 'Infrastructure', 'team-platform'),
  sharedAccount(
    '100000000022',
    'shared-services',
    'Infrastructure',
    'team-platform',
  ),
  runtimeAccount('100000000101', 'ecs', 'prod', 'Prod'),
  runtimeAccount('100000000102', 'eks', 'prod', 'Prod'),
  runtimeAccount('100000000103', 'ec2', 'prod', 'Prod'),
  runtimeAccount('100000000104', 'lambda', 'prod', 'Prod'),
  runtimeAccount('100000000105', 'frontend', 'prod', 'Prod'),
  runtimeAccount('100000000201', 'ecs', 'beta', 'Beta'),
  runtimeAccount('100000000204', 'lambda', 'beta', 'Beta'),
  runtimeAccount('100000000301', 'ecs', 'qa', 'QA'),
  runtimeAccount('100000000302', 'eks', 'qa', 'QA'),
  runtimeAccount('100000000401', 'ecs', 'dev', 'Dev'),
  runtimeAccount('100000000402', 'eks', 'dev', 'Dev'),
  runtimeAccount('100000000404', 'lambda', 'dev', 'Dev'),
  sandboxAccount('100000000501', 'shop'),
  sandboxAccount('100000000502', 'payments'),
  {
    id: '100000000901',
    name: 'legacy-batch',
    email: emailOf('legacy-batch'),
    unit: 'Workloads',
    state: 'SUSPENDED',
    tags: { 'soa:owner': 'group:default/team-platform' },
  },
];
