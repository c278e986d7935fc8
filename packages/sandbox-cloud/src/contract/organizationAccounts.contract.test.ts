import { mockServices } from '@backstage/backend-test-utils';
import type {
  AccountCreation,
  OrganizationAccounts,
} from '@backstage-soa/plugin-soa-node';
import { organizationAccountsFrom } from './__testUtils__/clients';
import { onMoto } from './__testUtils__/onMoto';
import { onSandbox } from './__testUtils__/onSandbox';
import type { OrganizationTarget } from './__testUtils__/organizationTarget';

const moto = process.env.SOA_MOTO_ENDPOINT;

const TAGS = {
  'soa:environment': 'dev',
  'soa:owner': 'group:default/team-shop',
  'soa:runtimes': 'ecs-fargate lambda',
};

/** What making accounts comes to, on whatever server. */
function contract(build: () => Promise<OrganizationTarget>) {
  let target: OrganizationTarget;
  let accounts: OrganizationAccounts;

  beforeAll(async () => {
    target = await build();
    const service = await organizationAccountsFrom(
      mockServices.rootConfig({
        data: {
          aws: {
            mainAccount: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
            accountDefaults: { roleName: 'soa-vending' },
          },
          soa: { aws: { endpoint: target.endpoint } },
        },
      }),
    );
    accounts = service.managedBy(target.managementAccount);
  }, 60_000);

  afterAll(() => target.stop());

  const make = async (name: string) => {
    const account = { name, email: `aws+${name}@acme.example`, tags: TAGS };
    let creation: AccountCreation = await accounts.createAccount(account);
    while (creation.state === 'IN_PROGRESS') {
      target.pass(5_000);
      creation = await accounts.readCreation(creation.id);
    }
    return creation;
  };

  it('knows who manages the organisation', async () => {
    expect(await accounts.describeOrganization()).toEqual({
      id: expect.stringMatching(/^o-[a-z0-9]{10,32}$/),
      managementAccountId: target.managementAccount,
    });
  });

  it('makes an account, in the root and with its tags', async () => {
    const { id: root } = target.root;
    const creation = await make('vended-one');
    expect(creation).toEqual({
      id: expect.stringMatching(/^car-[a-z0-9]{8,32}$/),
      name: 'vended-one',
      state: 'SUCCEEDED',
      accountId: expect.stringMatching(/^\d{12}$/),
    });
    const id = creation.accountId!;
    expect(await accounts.readAccount(id)).toEqual({
      id,
      name: 'vended-one',
      email: 'aws+vended-one@acme.example',
      state: 'ACTIVE',
    });
    expect(await accounts.readTags(id)).toEqual(TAGS);
    expect(await accounts.readParent(id)).toBe(root);
    expect(await accounts.listCreations()).toEqual([]);
  });

  it('finds an account by its e-mail address, on whatever page', async () => {
    const { accountId } = await make('vended-two');
    expect(
      await accounts.findAccount('AWS+Vended-Two@acme.example'),
    ).toMatchObject({ id: accountId, name: 'vended-two' });
    expect(await accounts.findAccount('aws+nobody@acme.example')).toBe(
      undefined,
    );
    expect(await accounts.readAccount('999999999999')).toBe(undefined);
  });

  it('moves an account, and gives it tags beside those it has', async () => {
    const { accountId: id = '' } = await make('vended-three');
    const from = await accounts.readParent(id);
    await accounts.moveAccount({ accountId: id, from, to: target.nested.id });
    expect(await accounts.readParent(id)).toBe(target.nested.id);
    await accounts.tagAccount(id, {
      'soa:environment': 'qa',
      'cost-center': '42',
    });
    expect(await accounts.readTags(id)).toEqual({
      ...TAGS,
      'soa:environment': 'qa',
      'cost-center': '42',
    });
  });

  it('refuses what is not there', async () => {
    const { accountId: id = '' } = await make('vended-four');
    await expect(accounts.readParent('999999999999')).rejects.toMatchObject({
      name: expect.stringMatching(/^(Child|Account)NotFoundException$/),
    });
    await expect(
      accounts.moveAccount({
        accountId: id,
        from: target.root.id,
        to: 'ou-zzzz-zzzzzzzz',
      }),
    ).rejects.toMatchObject({
      name: expect.stringMatching(
        /^(DestinationParent|Parent|OrganizationalUnit)NotFoundException$/,
      ),
    });
    await expect(
      accounts.tagAccount('999999999999', { a: 'b' }),
    ).rejects.toMatchObject({
      name: expect.stringMatching(/^(TargetNotFound|InvalidInput)Exception$/),
    });
  });
}

describe('Making accounts on the sandbox cloud', () => {
  contract(onSandbox);
});

(moto ? describe : describe.skip)(
  'Making accounts on moto (needs SOA_MOTO_ENDPOINT)',
  () => {
    contract(() => onMoto(moto!));
  },
);
