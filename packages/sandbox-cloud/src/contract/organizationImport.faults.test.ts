import { control } from '../__testUtils__/control';
import { TestClock } from '../__testUtils__/TestClock';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';
import { startInventory } from './__testUtils__/startInventory';

jest.setTimeout(300_000);

const MANAGEMENT = '100000000001';
const ACCOUNT = '100000000101';

describe('The import of an organisation, when AWS misbehaves', () => {
  let sandbox: SandboxCloud;
  let inventory: Awaited<ReturnType<typeof startInventory>>;
  let known: Awaited<ReturnType<typeof inventory.accounts>>;

  const misbehave = (operation: string, kind: string, times = 2) =>
    control(sandbox, 'misbehave', {
      service: operation === 'LookupEvents' ? 'cloudtrail' : 'organizations',
      operation,
      kind,
      times,
    });

  beforeAll(async () => {
    const clock = new TestClock();
    sandbox = await startSandboxCloud({
      now: () => {
        clock.pass(1_000);
        return clock.now();
      },
    });
    inventory = await startInventory({
      endpoint: sandbox.url,
      managementAccount: MANAGEMENT,
    });
    known = await inventory.accounts();
  });

  beforeEach(async () => {
    jest.clearAllMocks();
    await control(sandbox, 'behave', {});
  });

  afterAll(async () => {
    await inventory?.stop();
    await sandbox?.stop();
  });

  it.each([
    'DescribeOrganization',
    'ListRoots',
    'ListOrganizationalUnitsForParent',
    'ListAccounts',
    'ListAccountsForParent',
    'LookupEvents',
  ])('waits where %s is throttled, and reads on', async operation => {
    await misbehave(operation, 'throttle');
    await inventory.read();
    expect(await inventory.accounts()).toEqual(known);
    expect(inventory.logger.error).not.toHaveBeenCalled();
    expect(inventory.logger.warn).not.toHaveBeenCalled();
  });

  it.each(['DescribeAccount', 'ListParents', 'ListTagsForResource'])(
    'waits where %s is throttled after it was told of an account',
    async operation => {
      await misbehave(operation, 'throttle');
      await inventory.tell('TagResource', { resourceId: ACCOUNT });
      expect(await inventory.accounts()).toEqual(known);
      expect(inventory.logger.warn).not.toHaveBeenCalled();
    },
  );

  it('knows all accounts before', () => {
    expect(known).toHaveLength(20);
  });

  it('goes over empty pages', async () => {
    for (const operation of ['ListAccounts', 'ListRoots', 'LookupEvents']) {
      await misbehave(operation, 'empty-page', 1);
    }
    await inventory.read();
    expect(await inventory.accounts()).toEqual(known);
    expect(inventory.logger.error).not.toHaveBeenCalled();
  });

  it.each([
    'DescribeOrganization',
    'ListRoots',
    'ListOrganizationalUnitsForParent',
    'ListAccounts',
    'ListAccountsForParent',
  ])('keeps all it knows where %s is refused', async operation => {
    await misbehave(operation, 'not-found', 1);
    await inventory.read();
    expect(await inventory.accounts()).toEqual(known);
    expect(inventory.logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/what is known of it stays: AccessDenied/),
    );
  });

  it('goes by age where CloudTrail refuses to be asked', async () => {
    await misbehave('LookupEvents', 'not-found', 1);
    await inventory.read();
    expect(await inventory.accounts()).toEqual(known);
    expect(inventory.logger.error).not.toHaveBeenCalled();
    expect(inventory.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('soa.accounts.tags.maxAge, 24 hours'),
    );
  });
});
