import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { isAllowed } from '../__testUtils__/iam';
import {
  bootstrapRoles,
  dataRights,
  declaredBy,
  plannedBy,
  requestsFor,
  resourceRights,
  rolesOf,
} from '../__testUtils__/rights';
import type { Planned } from '../__testUtils__/rights';

// Needs Terraform and its AWS provider; whoever has them says so.
const describeTerraform = process.env.SOA_TERRAFORM_CHECKS
  ? describe
  : describe.skip;

const ACCOUNT = '111122223333';

interface Module {
  runtime: string;
  /** Of its tests: what they make together is all that it can make. */
  runs: string[];
  /** Instead of runs, where these need another provider than AWS's. */
  planned?: Planned[];
  /** Of one more run, for what none of its tests makes. */
  variables?: string;
  organization_rights?: boolean;
  own_networks?: boolean;
}

// So long that a module shortens what it calls after its workspace.
const LONG_NAMES = `
  service = "a-service-with-a-name-ok"
  key     = "a-production-apse2-444455556666"
`;

const modules: Record<string, Module> = {
  'ecs-fargate': {
    runtime: 'ecs-fargate',
    runs: [
      'has_a_load_balancer_of_its_own_that_the_vpc_reaches',
      'has_rules_of_aws_waf_before_it',
      'has_a_rule_and_a_record_on_the_shared_listener',
      'has_a_namespace_of_its_own',
      'is_offered_to_other_accounts',
      'scales_by_all_that_it_is_told',
      'has_a_network_of_its_own',
    ],
    variables: `${LONG_NAMES}
      own_cluster = true
      policy_arns = ["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"]
    `,
    own_networks: true,
  },
  'ecs-ec2': {
    runtime: 'ecs-ec2',
    runs: [
      'has_a_load_balancer_of_its_own',
      'has_a_rule_on_the_shared_listener',
      'leaves_the_number_of_tasks_to_autoscaling',
    ],
    variables: `${LONG_NAMES}
      lattice     = true
      policy_arns = ["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"]
    `,
  },
  eks: {
    runtime: 'eks',
    runs: [],
    planned: [
      {
        workspace: 'orders-prod-use1',
        resources: [
          {
            type: 'aws_iam_role',
            values: { name: 'orders-prod-use1-pod', path: '/soa/' },
            trusts: ['pods.eks.amazonaws.com'],
          },
          ...[
            'aws_cloudwatch_metric_alarm',
            'aws_eks_pod_identity_association',
            'aws_iam_role_policy',
            'aws_iam_role_policy_attachment',
          ].map(type => ({ type, values: {}, trusts: [] })),
        ],
      },
    ],
  },
  lambda: {
    runtime: 'lambda',
    runs: [
      'moves_requests_by_canary',
      'calls_others_through_lattice_from_the_vpc',
      'is_called_by_its_host_in_the_nearest_region',
      'asks_for_tokens',
      'has_a_url_for_signed_calls',
      'keeps_what_has_failed',
      'is_offered_through_lattice',
    ],
    variables: `${LONG_NAMES}
      policy_arns = ["arn:aws:iam::aws:policy/AmazonSQSReadOnlyAccess"]
    `,
  },
  ec2: {
    runtime: 'ec2',
    runs: [
      'is_called_by_its_name_in_the_platforms_zone',
      'can_be_on_the_internet',
      'takes_a_given_organisation',
      'tells_of_alarms',
    ],
    variables: LONG_NAMES,
  },
  'static-site': {
    runtime: 'static-site',
    runs: [
      'has_its_name_in_the_platforms_zone',
      'is_deployed_from_one_branch_of_one_repository',
    ],
    variables: `${LONG_NAMES}
      production = false
      access_log = "cloudwatch"
      waf        = true
    `,
  },
  'runtime-platform': {
    runtime: 'platform',
    runs: [
      'has_node_groups',
      'lets_in_who_is_named',
      'keeps_what_containers_write',
      'is_reached_from_vpc_lattice',
      'delegates_the_zone',
      'faces_the_internet_when_asked',
      'has_a_way_out_in_each_zone',
      'takes_a_range_from_a_pool',
      'records_traffic',
      'keeps_the_internet_out_of_private_subnets',
      'is_attached_to_the_transit_gateway_of_its_region',
      'is_on_the_service_network_of_its_region',
      'tells_people_of_alarms',
    ],
    variables: `${LONG_NAMES}
      eks = {}
    `,
  },
  'service-network': {
    runtime: 'platform',
    runs: ['is_shared_within_the_organisation', 'reaches_databases'],
  },
  'organization-trail': {
    runtime: 'platform',
    runs: [
      'announces_its_files_to_others_too',
      'is_read_by_the_portal',
      'has_both_in_one_account',
    ],
    organization_rights: true,
  },
  'account-baseline': {
    runtime: 'access',
    runs: [
      'attaches_what_is_asked_for',
      'encrypts_volumes_with_a_key_of_the_account',
      'closes_default_security_groups_where_asked',
      'tells_of_the_budget',
      'lets_the_portal_read',
      'lets_runs_into_the_clusters',
      'lets_workflows_log_in_where_asked',
    ],
  },
  'account-baseline-stack-set': {
    runtime: 'platform',
    runs: ['goes_as_it_is_told'],
    organization_rights: true,
  },
};

describeTerraform.each(Object.entries(modules))(
  'rights of runs of %s',
  (
    module,
    {
      runtime,
      runs,
      variables,
      organization_rights = false,
      own_networks,
      ...given
    },
  ) => {
    const directory = createMockDirectory();
    let planned: Planned[];
    let types: string[];
    let data: string[];
    let roles: Record<string, Parameters<typeof isAllowed>[0]>;

    beforeAll(async () => {
      const folders = ['module', 'baseline'].map(name =>
        join(directory.path, name),
      );
      await Promise.all(folders.map(folder => mkdir(folder)));
      ({ resources: types, data } = await declaredBy(module));
      planned =
        given.planned ??
        (await plannedBy(module, { runs, variables }, folders[0]));
      roles =
        runtime === 'access'
          ? await bootstrapRoles(ACCOUNT)
          : (
              await rolesOf(
                {
                  account: ACCOUNT,
                  runtimes: Object.fromEntries(
                    planned.map(({ workspace }) => [workspace, runtime]),
                  ),
                  allowed_regions: ['us-east-1'],
                  organization_rights,
                  own_networks,
                },
                folders[1],
              )
            ).roles;
    }, 900_000);

    it('are known of all that it makes and reads', () => {
      expect(types.filter(type => !resourceRights[type])).toEqual([]);
      expect(data.filter(type => !dataRights[type])).toEqual([]);
    });

    it('are tried with all that it makes', () => {
      const made = planned.flatMap(({ resources }) =>
        resources.map(({ type }) => type),
      );
      expect(types.filter(type => !made.includes(type))).toEqual([]);
    });

    it('let a plan read it all', () => {
      expect(refused('plan', 'read')).toEqual([]);
    });

    it('let an apply make, change and delete it all', () => {
      expect(refused('apply', 'write')).toEqual([]);
    });

    it('let an apply pass each role to the services that it trusts', () => {
      const refusals = planned.flatMap(run =>
        run.resources
          .filter(({ type }) => type === 'aws_iam_role')
          .flatMap(({ values, trusts }) =>
            trusts.map(service => ({
              action: 'iam:PassRole',
              resource: `arn:aws:iam::${ACCOUNT}:role${values.path}${values.name}`,
              context: { 'iam:PassedToService': service },
            })),
          )
          .filter(
            request => !isAllowed(roles[`${run.workspace}-apply`], request),
          ),
      );
      expect(refusals).toEqual([]);
    });

    /** What a role may not of what Terraform asks. */
    function refused(role: 'plan' | 'apply', phase: 'read' | 'write') {
      const refusals = planned.flatMap(run =>
        [
          ...run.resources.map(({ type }) => resourceRights[type]),
          ...data.map(type => dataRights[type]),
        ]
          .filter(rights => rights !== undefined)
          .flatMap(rights => requestsFor(rights, phase, run, ACCOUNT))
          .filter(
            request => !isAllowed(roles[`${run.workspace}-${role}`], request),
          )
          .map(({ action, resource }) => `${action} ${resource}`),
      );
      return [...new Set(refusals)].sort();
    }
  },
);
