import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from '@backstage-soa/plugin-soa-common';
import { runAction } from '../__testUtils__';
import {
  shopDev,
  throughAft,
  vendingAction,
} from '../__testUtils__/vendingAction';

const FILE = 'account-request/terraform/shop-dev.tf';

const known: Account = {
  id: '200000000000',
  name: 'shop-dev',
  arn: 'arn:aws:organizations::1:account/o-acme/200000000000',
  state: 'ACTIVE',
  organizationId: 'o-acme',
  parentId: 'ou-acme-dev00000',
  organizationalUnitPath: 'Workloads/Dev',
  owner: 'group:default/team-shop',
  environment: 'dev',
  runtimes: [],
  regions: [],
  entityRef: 'resource:default/200000000000',
};

describe('aws:account:ensure, by a request to Control Tower', () => {
  let workspacePath: string;

  beforeEach(async () => {
    workspacePath = await mkdtemp(join(tmpdir(), 'account-request-'));
  });

  afterEach(() => rm(workspacePath, { recursive: true }));

  const units = vendingAction().listOrganizationalUnits;
  const set = (options: Parameters<typeof vendingAction>[0] = {}) => {
    const { action, managedBy, listOrganizationalUnits } = vendingAction({
      vending: throughAft,
      ...options,
    });
    // The inventory reads one organisation here.
    listOrganizationalUnits.mockImplementation(async () =>
      (await units()).filter(
        ({ organizationId }) => organizationId === 'o-acme',
      ),
    );
    return {
      managedBy,
      listOrganizationalUnits,
      run: (input: object = {}, isDryRun = false) =>
        runAction(
          action,
          { ...shopDev, ...input },
          { workspacePath, isDryRun },
        ),
    };
  };
  it.each([false, true])(
    'writes down what Account Factory is asked for, dry or not',
    async isDryRun => {
      const { run, managedBy } = set();
      const { outputs, log } = await run({ reason: 'For "orders"' }, isDryRun);
      expect(outputs).toEqual({
        accountId: undefined,
        name: 'shop-dev',
        email: 'aws+shop-dev@acme.example',
        organizationalUnit: 'Workloads/Dev',
        effect: 'requested',
        request: {
          repoUrl: 'github.com?owner=acme&repo=aft-account-request',
          sourcePath: 'account-request',
          path: 'terraform/shop-dev.tf',
        },
      });
      expect(log).toHaveLength(1);
      expect(managedBy).not.toHaveBeenCalled();
      expect(await readFile(join(workspacePath, FILE), 'utf8')).toBe(
        `module "account_shop_dev" {
  source = "./modules/aft-account-request"

  control_tower_parameters = {
    AccountEmail              = "aws+shop-dev@acme.example"
    AccountName               = "shop-dev"
    ManagedOrganizationalUnit = "Dev (ou-acme-dev00000)"
    SSOUserEmail              = "platform@acme.example"
    SSOUserFirstName          = "Platform"
    SSOUserLastName           = "Team"
  }

  account_tags = {
    "soa:environment" = "dev"
    "soa:runtimes"    = "ecs-fargate lambda"
    "soa:regions"     = "us-east-1"
    "soa:owner"       = "group:default/team-shop"
  }

  change_management_parameters = {
    change_requested_by = "user:default/guest"
    change_reason       = "For \\"orders\\""
  }

  custom_fields = {}
}
`,
      );
    },
  );

  it('requests nothing for an account that is there', async () => {
    const { run } = set({ known: [known] });
    const { outputs } = await run();
    expect(outputs).toMatchObject({
      accountId: '200000000000',
      effect: 'unchanged',
      request: undefined,
    });
    await expect(readFile(join(workspacePath, FILE))).rejects.toThrow('ENOENT');
  });

  it.each([
    { owner: 'group:default/team-payments' },
    { environment: 'prod' },
    { email: 'aws+shop-dev@acme.example', owner: undefined, name: 'x' },
  ])('leaves an account alone that is another: %j', async change => {
    const { run } = set({ known: [{ ...known, ...change }] });
    await expect(run()).rejects.toThrow(/^name: there is an account /);
  });

  it('takes no name for the address where the inventory keeps addresses', async () => {
    const email = 'aws+other@acme.example';
    const { run } = set({ known: [{ ...known, email }] });
    expect((await run()).outputs.effect).toBe('requested');
  });

  it('asks for an OU that there is, as in a dry run', async () => {
    const { run, listOrganizationalUnits } = set();
    await expect(
      run({ organizationalUnit: 'Workloads/Prod' }, true),
    ).rejects.toThrow('accounts may not go to Workloads/Prod');
    listOrganizationalUnits.mockRejectedValue(new Error('No answer'));
    expect((await run({}, true)).outputs.effect).toBe('unknown');
    await expect(run()).rejects.toThrow('No answer');
  });

  it('wants the id of an OU that is in several organisations', async () => {
    const { run, listOrganizationalUnits } = set();
    listOrganizationalUnits.mockImplementation(units);
    await expect(run()).rejects.toThrow(
      '"Workloads/Dev" is in 2 organisations: name it by its id',
    );
  });

  it('asks whether the initiator may', async () => {
    await expect(set({ allowed: [] }).run()).rejects.toThrow(
      'ask for the permission soa.account.create',
    );
  });
});
