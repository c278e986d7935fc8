import type { OrganizationsClient } from '@aws-sdk/client-organizations';
import { GuardRailReader } from './GuardRailReader';

const units = [
  { id: 'r-1', name: 'Root' },
  { id: 'ou-1', name: 'Workloads' },
].map(unit => ({ ...unit, arn: '', organizationId: 'o-1', path: '' }));

const account = {
  id: '012345678901',
  name: 'prod',
  arn: '',
  state: 'ACTIVE',
  organizationId: 'o-1',
  parentId: 'ou-1',
  organizationalUnitPath: 'Workloads',
  runtimes: [],
  regions: [],
  entityRef: 'resource:default/012345678901',
};

function setUp() {
  let time = 0;
  const send = jest.fn(
    async ({
      input,
    }: {
      input: { TargetId: string; Filter: string; NextToken?: string };
    }) => {
      if (input.Filter !== 'SERVICE_CONTROL_POLICY') {
        return { Policies: [] };
      }
      // An empty page can have a next one.
      return input.NextToken
        ? { Policies: [{ Id: `p-${input.TargetId}`, Name: 'No root' }] }
        : { Policies: [], NextToken: '1' };
    },
  );
  const warn = jest.fn();
  const organizations = jest.fn(
    async () => ({ send } as unknown as OrganizationsClient),
  );
  const reader = new GuardRailReader({
    aws: { organizations },
    logger: { warn },
    now: () => new Date(time),
  });
  return {
    read: () => reader.read(account, units, '100000000001'),
    send,
    warn,
    organizations,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

describe('GuardRailReader', () => {
  it('gives the policies of all above, the root first, and its own', async () => {
    const { read, organizations } = setUp();
    const { items, unknown } = await read();
    expect(unknown).toBeUndefined();
    expect(items.map(({ id, attachedTo }) => [id, attachedTo.name])).toEqual([
      ['p-r-1', 'Root'],
      ['p-ou-1', 'Workloads'],
      ['p-012345678901', 'prod'],
    ]);
    expect(items[0]).toMatchObject({
      type: 'SERVICE_CONTROL_POLICY',
      name: 'No root',
      isAwsManaged: false,
    });
    expect(organizations).toHaveBeenCalledWith({ accountId: '100000000001' });
  });

  it('asks once in a while, whoever looks', async () => {
    const { read, send, pass } = setUp();
    await read();
    const calls = send.mock.calls.length;
    await read();
    expect(send).toHaveBeenCalledTimes(calls);
    pass(10 * 60_000 + 1);
    await read();
    expect(send).toHaveBeenCalledTimes(2 * calls);
  });

  it('says what the role lacks, and keeps what it has read', async () => {
    const { read, send, warn } = setUp();
    const answer = send.getMockImplementation()!;
    send.mockImplementation(async command => {
      if (command.input.TargetId === 'ou-1') {
        throw Object.assign(new Error('no'), {
          name: 'AccessDeniedException',
        });
      }
      return answer(command);
    });
    const { items, unknown } = await read();
    expect(items.map(({ id }) => id)).toEqual(['p-r-1']);
    expect(unknown).toContain('organizations:ListPoliciesForTarget');
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('012345678901'));
    send.mockImplementation(answer);
    expect((await read()).items).toHaveLength(3);
  });
});
