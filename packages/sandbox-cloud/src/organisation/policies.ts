import { ROOT_ID, unitId } from './units';

/** A policy of the organisation, and the root and units that it is attached to. */
export interface SandboxPolicy {
  id: string;
  name: string;
  description: string;
  type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  isAwsManaged: boolean;
  /** Everything, where it is absent. */
  targets?: readonly string[];
}

const policies: readonly SandboxPolicy[] = [
  {
    id: 'p-FullAWSAccess',
    name: 'FullAWSAccess',
    description: 'Allows access to every operation',
    type: 'SERVICE_CONTROL_POLICY',
    isAwsManaged: true,
  },
  {
    id: 'p-RCPFullAWSAccess',
    name: 'RCPFullAWSAccess',
    description: 'Allows access to every resource',
    type: 'RESOURCE_CONTROL_POLICY',
    isAwsManaged: true,
  },
  {
    id: 'p-acme0001',
    name: 'keep-the-trail',
    description: 'Nobody stops or changes the trail of the organisation',
    type: 'SERVICE_CONTROL_POLICY',
    isAwsManaged: false,
    targets: [ROOT_ID],
  },
  {
    id: 'p-acme0002',
    name: 'our-regions-only',
    description: 'Services run in us-east-1, us-west-2 and eu-west-1',
    type: 'SERVICE_CONTROL_POLICY',
    isAwsManaged: false,
    targets: [unitId('Workloads'), unitId('Sandbox')],
  },
  {
    id: 'p-acme0003',
    name: 'our-identities-only',
    description: 'Buckets and keys answer to the organisation alone',
    type: 'RESOURCE_CONTROL_POLICY',
    isAwsManaged: false,
    targets: [ROOT_ID],
  },
];

/** The policies that are attached to a root, unit or account itself. */
export function policiesOf(target: string): SandboxPolicy[] {
  return policies.filter(
    ({ targets }) => targets === undefined || targets.includes(target),
  );
}
