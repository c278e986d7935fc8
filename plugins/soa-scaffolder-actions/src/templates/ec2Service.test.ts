import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { dryRunTemplate } from '../__testUtils__';

const directory = resolve(__dirname, '../../../../templates/ec2-service');

const example = (name: string) =>
  parse(readFileSync(resolve(directory, 'examples', `${name}.yaml`), 'utf8'));

const smallest = example('smallest');

const settingsOf = (files: Record<string, string>, key: string) =>
  JSON.parse(files[`infra/placements/${key}.json`]).settings;

describe('template ec2-service', () => {
  it('writes a whole repository, at its smallest', async () => {
    const { error, files, log, tfc } = await dryRunTemplate(
      directory,
      smallest,
    );

    expect(error).toBeUndefined();
    expect(
      Object.keys(files)
        .filter(path => !path.startsWith('infra/modules/'))
        .sort(),
    ).toEqual([
      '.github/workflows/terraform.yml',
      'README.md',
      'catalog-info.yaml',
      'docs/index.md',
      'infra/generated.sha256',
      'infra/main.tf',
      'infra/outputs.tf',
      'infra/placements/prod-use1.json',
      'infra/providers.tf',
      'infra/terraform.tf',
      'infra/tests/placements.tftest.hcl',
      'infra/variables.tf',
      'mkdocs.yml',
    ]);
    expect(files).toHaveProperty(['infra/modules/ec2/files/setup.sh.tftpl']);
    expect(settingsOf(files, 'prod-use1')).toEqual({
      operating_system: 'amazon-linux-2023',
      instance_types: ['t4g.small'],
      min_size: 2,
      max_size: 4,
      load_balancer: 'none',
      internet_facing: false,
    });
    expect(parse(files['catalog-info.yaml'])).toMatchObject({
      metadata: { name: 'orders', description: 'Takes orders' },
      spec: {
        owner: 'group:default/team-shop',
        dependsOn: [],
        placements: [{ environment: 'prod', runtime: 'ec2' }],
      },
    });
    expect(log.join()).toContain('Running soa:access:ensure');
    expect(log.join()).toContain('Running soa:rollout:start');
    expect(tfc.writes).toEqual([]);
  });

  it('hands on all that can be said, at its fullest', async () => {
    const { error, files } = await dryRunTemplate(directory, {
      ...example('fullest'),
      consumes: ['component:default/payments'],
    });

    expect(error).toBeUndefined();
    expect(settingsOf(files, 'prod-euw1')).toEqual({
      operating_system: 'amazon-linux-2023',
      instance_types: ['m7i.large', 'm7a.large', 'c7i.xlarge'],
      min_size: 3,
      max_size: 30,
      target_cpu_percent: 50,
      target_requests_per_minute: 6000,
      spot_percentage: 75,
      root_volume_size: 100,
      user_data:
        '#!/bin/bash\necho "on port ${PORT}: 注文" > /var/log/orders.log\n',
      environment_variables: {
        LOG_LEVEL: 'debug',
        GREETING: 'いらっしゃいませ ${x} "y"',
      },
      secrets: {
        DB: 'arn:aws:secretsmanager:{region}:111122223333:secret:orders/db-a1B2c3',
      },
      egress: [
        { description: 'The database', port: 5432, cidr_ipv4: '10.1.0.0/16' },
      ],
      log_files: ['/var/log/orders/*.log'],
      port: 9000,
      load_balancer: 'own',
      internet_facing: true,
      health_check_path: '/health',
      host: 'orders.{environment}.acme.example',
      lattice: true,
      alarm_notifications: false,
    });
    expect(
      JSON.parse(files['infra/placements/prod-euw1.json']).consumes,
    ).toEqual([expect.objectContaining({ name: 'payments' })]);
    expect(parse(files['catalog-info.yaml']).spec.dependsOn).toEqual([
      'component:default/payments',
    ]);
  });

  it.each([
    ['internal', { load_balancer: 'own', internet_facing: false }],
    ['shared', { load_balancer: 'shared', internet_facing: false }],
  ])('puts %s before the service', async (loadBalancer, expected) => {
    const { error, files } = await dryRunTemplate(directory, {
      ...smallest,
      loadBalancer,
    });
    expect(error).toBeUndefined();
    expect(settingsOf(files, 'prod-use1')).toMatchObject(expected);
  });

  it('hands on nothing that is not shown any more', async () => {
    const { files } = await dryRunTemplate(directory, {
      ...example('fullest'),
      loadBalancer: 'none',
    });
    expect(Object.keys(settingsOf(files, 'prod-euw1'))).not.toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^(host|health_check_path|target_requests_per_minute)$/,
        ),
      ]),
    );
  });

  it('runs on Windows', async () => {
    const userData = 'Write-Output \'{{ 1 }} ${{ 2 }} "x"\'\r\n';
    const { error, files } = await dryRunTemplate(directory, {
      ...smallest,
      machine: 'windows-server-2022',
      instanceTypes: ['m7i.large'],
      userData,
    });
    expect(error).toBeUndefined();
    expect(settingsOf(files, 'prod-use1')).toMatchObject({
      operating_system: 'windows-server-2022',
      user_data: userData,
    });
  });

  it('keeps what people type as it is', async () => {
    const description = `"Orders" \${x} %{ if } 注文\n- a: b #c\\ {{ 1 }} ' <b>`;
    const { error, files } = await dryRunTemplate(directory, {
      ...smallest,
      description,
    });
    expect(error).toBeUndefined();
    expect(parse(files['catalog-info.yaml']).metadata.description).toBe(
      description,
    );
    expect(files['README.md']).toContain(description);
  });

  it.each([
    ['a name', { name: 'Orders' }, /pattern/],
    [
      'Graviton types for Intel',
      { machine: 'linux-x86-64' },
      /machine is not exactly one/,
    ],
    [
      'Windows on Graviton',
      { machine: 'windows-server-2025' },
      /machine is not exactly one/,
    ],
    ['no instance type', { instanceTypes: [] }, /machine is not exactly one/],
    [
      'user data that nothing runs',
      { userData: 'echo' },
      /machine is not exactly one/,
    ],
    [
      'a host that is none',
      { loadBalancer: 'shared', host: 'Orders' },
      /loadBalancer is not exactly one/,
    ],
    ['a password for a secret', { secrets: { DB: 'hunter2' } }, /pattern/],
    [
      'a range that is none',
      { egress: [{ description: 'x', port: 1, cidr_ipv4: '10.0.0.256/8' }] },
      /pattern/,
    ],
    ['a log of nowhere', { logFiles: ['orders.log'] }, /pattern/],
    ['more Spot than all', { spotPercentage: 101 }, /less than or equal/],
    ['no choice of a load balancer', { loadBalancer: 'some' }, /enum/],
  ])('refuses %s', async (_, wrong, reason) => {
    const { status, error } = await dryRunTemplate(directory, {
      ...smallest,
      ...wrong,
    });
    expect(status).toBe(400);
    expect(error).toMatch(reason);
  });
});
