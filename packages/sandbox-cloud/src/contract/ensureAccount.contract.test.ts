import { mockServices } from '@backstage/backend-test-utils';
import type { OrganizationAccounts } from '@backstage-soa/plugin-soa-node';
import { control } from '../__testUtils__/control';
import { accountTask } from './__testUtils__/accountTask';
import { organizationAccountsFrom } from './__testUtils__/clients';
import { onMoto } from './__testUtils__/onMoto';
import { onSandbox } from './__testUtils__/onSandbox';
import type { OrganizationTarget } from './__testUtils__/organizationTarget';

const moto = process.env.SOA_MOTO_ENDPOINT;

/** What the action comes to, on whatever server. */
function contract(build: () => Promise<OrganizationTarget>) {
  let target: OrganizationTarget;
  let accounts: OrganizationAccounts;
  let task: Awaited<ReturnType<typeof accountTask>>;

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
    const { id } = await accounts.describeOrganization();
    task = await accountTask(target, id);
  }, 60_000);

  afterAll(async () => {
    await task.stop();
    await target.stop();
  });

  it('makes an account in its OU, with its tags, and changes nothing again', async () => {
    const { outputs } = await task.run('one');
    expect(outputs).toMatchObject({
      email: 'aws+one@vended.example',
      effect: 'created',
    });
    const id = outputs.accountId;
    expect(await accounts.readParent(id)).toBe(target.nested.id);
    expect(await accounts.readTags(id)).toEqual({
      'soa:environment': 'prod',
      'soa:owner': 'group:default/team-shop',
      'soa:regions': 'us-east-1',
      'soa:runtimes': 'lambda',
    });
    expect((await task.run('one')).outputs).toMatchObject({
      accountId: id,
      effect: 'unchanged',
    });
  });

  it('adds to the tags of an account that is there', async () => {
    await task.run('two');
    const { outputs } = await task.run('two', { runtimes: ['eks'] });
    expect(outputs.effect).toBe('changed');
    expect(await accounts.readTags(outputs.accountId)).toMatchObject({
      'soa:runtimes': 'lambda eks',
    });
  });

  return { of: () => ({ target, task }) };
}

describe('aws:account:ensure on the sandbox cloud', () => {
  const { of } = contract(() => onSandbox({ speed: Infinity }));

  it('makes one account of two tasks at once', async () => {
    const { task } = of();
    const both = await Promise.all([task.run('three'), task.run('three')]);
    const [one, other] = both.map(({ outputs }) => outputs.accountId);
    expect(one).toMatch(/^\d{12}$/);
    expect(other).toBe(one);
  });

  it('is patient with a busy AWS, and says why AWS makes none', async () => {
    const { target, task } = of();
    const misbehave = (rule: object) =>
      control({ url: target.endpoint } as never, 'misbehave', {
        service: 'organizations',
        ...rule,
      });
    await misbehave({ operation: 'CreateAccount', kind: 'throttle' });
    await misbehave({ operation: 'ListAccounts', kind: 'empty-page' });
    expect((await task.run('four')).outputs.effect).toBe('created');
    await misbehave({ kind: 'missing-payment-instrument' });
    await expect(task.run('five')).rejects.toThrow(
      'AWS has not made the account five (aws+five@vended.example): the management account has no payment method.',
    );
    expect((await task.run('five')).outputs.effect).toBe('created');
  });
});

(moto ? describe : describe.skip)(
  'aws:account:ensure on moto (needs SOA_MOTO_ENDPOINT)',
  () => {
    contract(() => onMoto(moto!));
  },
);
