import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';
import { anyAccounts } from '../__testUtils__/anyAccounts';
import { rolloutPlanOf } from '../__testUtils__/rolloutPlanOf';

const directory = resolve(__dirname, '../../../../templates/runtime-platform');

const example = (name: string) =>
  parse(readFileSync(join(directory, 'examples', `${name}.yaml`), 'utf8'));

const smallest = example('smallest');
const fullest = example('fullest');

const run = (values: object) =>
  dryRunTemplate(directory, values, { accounts: anyAccounts() });

const settingsOf = (files: Record<string, string>, key: string) =>
  JSON.parse(files[`infra/placements/${key}.json`]).settings;

describe('template runtime-platform', () => {
  it('asks for no more than what is chosen, at its smallest', async () => {
    const { error, files } = await run(smallest);

    expect(error).toBeUndefined();
    expect(settingsOf(files, 'dev-use1')).toEqual({
      vpc_ranges: [{ cidr: '10.1.0.0/16' }],
      zones: 3,
      nat: 'single',
      flow_logs: { enabled: false },
      ecs: true,
    });
    expect(parse(files['catalog-info.yaml'])).toMatchObject({
      metadata: { name: 'platform' },
      spec: {
        type: 'platform',
        placements: [
          {
            environment: 'dev',
            account: '100000000401',
            region: 'us-east-1',
            runtime: 'platform',
          },
        ],
      },
    });
    expect(files['infra/main.tf']).toContain('./modules/runtime-platform');
    expect(files['infra/tests/mocks/aws.tfmock.hcl']).toContain(
      'aws_availability_zones',
    );
  });

  it('asks for all of it, at its fullest', async () => {
    const { error, files, log, output, tfc } = await run(fullest);

    expect(error).toBeUndefined();
    expect(settingsOf(files, 'prod-euw1')).toEqual({
      ipam_pools: fullest.ipamPools,
      netmask_length: 18,
      zones: 4,
      nat: 'per-zone',
      interface_endpoints: fullest.interfaceEndpoints,
      intra_subnets: true,
      restrict_private_subnets: true,
      flow_logs: { traffic: 'REJECT', retention_in_days: 731 },
      transit_gateways: fullest.transitGateways,
      transit_gateway_routes: fullest.transitGatewayRoutes,
      service_networks: fullest.serviceNetworks,
      ecs: true,
      eks: {
        compute: 'node-groups',
        version: '1.34',
        client_ranges: ['10.9.0.0/16'],
        public_access_cidrs: ['203.0.113.0/24'],
        access_entries: fullest.eksAccess,
        container_insights: true,
        node_groups: fullest.eksNodeGroups,
      },
      load_balancer: {
        internet_facing: true,
        client_ranges: ['203.0.113.0/24'],
        waf: true,
        access_logs: true,
      },
      dns: {
        domain: 'acme.example',
        per_placement: false,
        parent_zone_id: 'Z0123456789ABCDEFGHIJ',
        home_region: 'us-east-1',
      },
      alarm_emails: ['platform@acme.example'],
    });
    expect(
      JSON.parse(files['infra/placements/prod-euw1.json']).regions,
    ).toEqual(['eu-west-1', 'us-east-1']);
    expect(output.links![0].url).toBe('/soa-delivery');
    // The other Regions look up the zone that this one makes.
    expect(rolloutPlanOf(log)).toEqual({
      defaults: { waves: [{ region: 'us-east-1' }] },
    });
    expect(tfc.writes).toEqual([]);
  });

  it('rolls a further Region out by itself, whose zone another has made', async () => {
    const { error, log } = await run({
      ...fullest,
      stages: [
        {
          environment: 'prod',
          regions: ['eu-west-1'],
          account: '100000000101',
        },
      ],
    });

    expect(error).toBeUndefined();
    expect(log.join('\n')).toContain('to prod-euw1');
    expect(log.join('\n')).not.toContain('and then to');
  });

  it('leaves out what a form keeps of an earlier choice', async () => {
    const { error, files } = await run({
      ...fullest,
      addresses: 'ranges',
      vpcRanges: [
        { cidr: '10.1.0.0/16', environment: 'dev' },
        { cidr: '10.2.0.0/16', environment: 'prod', region: 'us-east-1' },
        { cidr: '10.3.0.0/16', environment: 'prod', region: 'eu-west-1' },
      ],
      attachToTransitGateway: false,
      joinServiceNetwork: false,
      eks: 'auto',
      zone: 'none',
      loadBalancer: 'none',
      flowLogs: 'none',
    });

    expect(error).toBeUndefined();
    const settings = settingsOf(files, 'dev-use1');
    expect(Object.keys(settings)).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /ipam|netmask|transit|service_networks|load_balancer|dns/,
        ),
      ]),
    );
    expect(settings.eks).not.toHaveProperty('node_groups');
    expect(settings.flow_logs).toEqual({ enabled: false });
  });

  it('keeps what people type as it is', async () => {
    const description = `"Orders" \${x} %{ if } 注文\n- a: b #c\\ {{ 1 }} ' <b>`;
    const { error, files } = await run({ ...smallest, description });
    expect(error).toBeUndefined();
    expect(parse(files['catalog-info.yaml']).metadata.description).toBe(
      description,
    );
    expect(files['README.md']).toContain(description);
  });

  it.each([
    ['no address', { vpcRanges: undefined }, /instance.addresses is not/],
    [
      'a range that is too small',
      { vpcRanges: [{ cidr: '10.1.0.0/24' }] },
      /instance.addresses is not/,
    ],
    ['one zone', { zones: 1 }, /zones/],
    ['NAT that there is none of', { nat: 'many' }, /nat/],
    [
      'a pool that is none',
      { addresses: 'ipam', netmaskLength: 20 },
      /instance.addresses is not/,
    ],
    [
      'an attachment to nothing',
      { attachToTransitGateway: true },
      /instance.attachToTransitGateway is not/,
    ],
    [
      'a network that is not named',
      { joinServiceNetwork: true },
      /instance.joinServiceNetwork is not/,
    ],
    ['node groups without one', { eks: 'node-groups' }, /instance.eks is not/],
    [
      'somebody in the cluster without rights',
      {
        eks: 'auto',
        eksAccess: [{ principal_arn: 'arn:aws:iam::100000000101:role/a' }],
      },
      /instance.eks is not/,
    ],
    ['a cluster without an administrator', { eks: 'auto' }, /eksAccess|eks is/],
    [
      'a cluster that nobody can prepare',
      { eks: 'auto', eksAccess: [fullest.eksAccess[1]] },
      /instance.eks is not/,
    ],
    [
      'an API that the whole internet reaches',
      {
        eks: 'auto',
        eksAccess: [fullest.eksAccess[0]],
        eksPublicRanges: ['0.0.0.0/0'],
      },
      /instance.eks is not/,
    ],
    [
      'a cluster that nobody may prepare as a whole',
      {
        eks: 'auto',
        eksAccess: [{ ...fullest.eksAccess[0], namespaces: ['shop'] }],
      },
      /instance.eks is not/,
    ],
    [
      'a load balancer without a certificate',
      { loadBalancer: 'internal' },
      /certificates|then/,
    ],
    [
      'a zone without a domain',
      { zone: 'environment' },
      /instance.zone is not/,
    ],
    [
      'a zone that each Region would make',
      {
        stages: [
          {
            environment: 'prod',
            regions: ['us-east-1', 'eu-west-1'],
            account: '100000000101',
          },
        ],
        zone: 'environment',
        domain: 'acme.example',
      },
      /homeRegion|then/,
    ],
  ])('refuses %s at once', async (_, wrong, reason) => {
    const { status, error } = await run({ ...smallest, ...wrong });
    expect(status).toBe(400);
    expect(error).toMatch(reason);
  });
});
