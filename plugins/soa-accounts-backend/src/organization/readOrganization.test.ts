import { mockServices } from '@backstage/backend-test-utils';
import type { Account } from '@backstage-soa/plugin-soa-common';
import { FakeOrganizations } from '../__testUtils__/FakeOrganizations';
import { AccountTags } from './AccountTags';
import { readOrganization } from './readOrganization';
import type { OrganizationReading } from './readOrganization';

describe('readOrganization', () => {
  const aws = new FakeOrganizations();
  let parts: OrganizationReading[];
  const read = async (
    options: {
      includeEmail?: boolean;
      known?: Account[];
      signal?: AbortSignal;
    } = {},
  ) => {
    parts = [];
    const { accountIds, unitIds, warnings } = await readOrganization({
      client: aws.client(),
      tags: AccountTags.fromConfig(mockServices.rootConfig()),
      includeEmail: options.includeEmail ?? false,
      lastKnown: wanted => options.known?.find(({ id }) => id === wanted),
      save: async part => {
        parts.push(part);
      },
      signal: options.signal,
    });
    const units = parts.flatMap(part => part.units);
    const accounts = parts
      .flatMap(part => part.accounts)
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(accountIds.sort()).toEqual(accounts.map(({ id }) => id));
    expect(unitIds).toEqual(units.map(({ id }) => id));
    return { units, accounts, warnings };
  };

  const awsError = (name: string) => Object.assign(new Error(name), { name });
  const many = (count: number) => {
    aws.accounts = Array.from({ length: count }, (_, index) => ({
      Id: String(index).padStart(12, '0'),
      Paths: ['o-1/r-1/'],
      parent: 'r-1',
    }));
  };
  const tagCalls = () =>
    aws.calls.filter(call => call === 'ListTagsForResource').length;

  beforeEach(() => {
    aws.calls = [];
    aws.failures.clear();
    aws.accounts = [
      { Id: '111111111111', State: 'ACTIVE', parent: 'r-1' },
      {
        Id: '222222222222',
        Name: 'shop',
        State: 'SUSPENDED',
        Status: 'ACTIVE',
        parent: 'ou-p',
        tags: { 'soa:environment': 'prod', 'soa:regions': 'us-east-1' },
      },
    ];
  });

  it('finds units and accounts over empty pages', async () => {
    const { units, accounts, warnings } = await read();
    expect(units.map(({ id, path }) => [id, path])).toEqual([
      ['r-1', ''],
      ['ou-w', 'Workloads'],
      ['ou-p', 'Workloads/Prod'],
    ]);
    expect(accounts).toEqual([
      expect.objectContaining({ id: '111111111111', parentId: 'r-1' }),
      {
        id: '222222222222',
        name: 'shop',
        arn: 'arn:aws:organizations::1:account/o-1/222222222222',
        state: 'SUSPENDED',
        organizationId: 'o-1',
        parentId: 'ou-p',
        organizationalUnitPath: 'Workloads/Prod',
        environment: 'prod',
        runtimes: [],
        regions: ['us-east-1'],
        entityRef: 'resource:default/222222222222',
      },
    ]);
    expect(warnings).toEqual([]);
  });

  it('falls back to the older status, and takes neither for unknown', async () => {
    aws.accounts = [
      { Id: '111111111111', Status: 'SUSPENDED', parent: 'r-1' },
      { Id: '222222222222', parent: 'r-1' },
    ];
    const { accounts } = await read();
    expect(accounts.map(({ state }) => state)).toEqual([
      'SUSPENDED',
      'UNKNOWN',
    ]);
  });

  it('asks no unit for its accounts where they tell their paths', async () => {
    for (const account of aws.accounts) {
      account.Paths = [`o-1/r-1/ou-w/ou-p/${account.Id}/`];
    }
    const { accounts } = await read();
    expect(accounts.map(({ parentId }) => parentId)).toEqual(['ou-p', 'ou-p']);
    expect(aws.calls).not.toContain('ListAccountsForParent');
  });

  it('keeps what was known of an account whose tags cannot be read', async () => {
    const [, known] = (await read()).accounts;
    aws.failures.set(
      'ListTagsForResource 222222222222',
      new Error('TooManyRequestsException'),
    );
    const { accounts, warnings } = await read({ known: [known] });
    expect(accounts[1]).toEqual(known);
    expect(warnings).toEqual([
      expect.stringMatching(
        /^account 222222222222: its tags .*TooManyRequests/,
      ),
    ]);
  });

  it('keeps the place of an account that moves while it is read', async () => {
    const [, known] = (await read()).accounts;
    aws.accounts[1].parent = 'ou-elsewhere';
    const { accounts } = await read({ known: [known] });
    expect(accounts[1].organizationalUnitPath).toBe('Workloads/Prod');
  });

  it('fails as a whole where a page cannot be read', async () => {
    aws.failures.set('ListAccountsForParent ou-p', new Error('down'));
    await expect(read()).rejects.toThrow('down');
  });

  it('refuses an organisation without accounts', async () => {
    aws.accounts = [];
    await expect(read()).rejects.toThrow('check what the role may read');
  });

  it('gives e-mail addresses only when asked to', async () => {
    expect((await read()).accounts[0].email).toBeUndefined();
    expect((await read({ includeEmail: true })).accounts[0].email).toBe(
      '111111111111@example.com',
    );
  });

  it('does not take an aborted read of tags for a failed one', async () => {
    const abort = new AbortController();
    abort.abort();
    aws.failures.set('ListTagsForResource', new Error('aborted'));
    await expect(read({ signal: abort.signal })).rejects.toThrow(/abort/i);
  });

  it('hands over what it has read so far, what is new first', async () => {
    many(250);
    const { accounts } = await read();
    expect(parts.map(part => part.accounts.length)).toEqual([100, 100, 50]);
    aws.failures.set('ListTagsForResource', new Error('down'));
    await expect(read({ known: accounts.slice(0, 248) })).rejects.toThrow(
      'down',
    );
    aws.failures.clear();
    await read({ known: accounts.slice(0, 248) });
    expect(parts[0].accounts.slice(0, 3).map(({ id }) => id)).toEqual([
      '000000000248',
      '000000000249',
      '000000000000',
    ]);
  });

  it('fails as a whole where AWS fails for one account after another', async () => {
    many(20);
    aws.failures.set('ListTagsForResource', awsError('ServiceException'));
    await expect(read()).rejects.toThrow('ServiceException');
    expect(tagCalls()).toBe(5);
  });

  it('goes on where some accounts are gone', async () => {
    many(20);
    aws.failures.set(
      'ListTagsForResource',
      awsError('TargetNotFoundException'),
    );
    const { accounts, warnings } = await read();
    expect(accounts).toHaveLength(20);
    expect(warnings).toHaveLength(20);
  });

  it('stops to ask for tags that it may not read, and keeps what is known', async () => {
    many(20);
    for (const account of aws.accounts) {
      account.tags = { 'soa:environment': 'prod' };
    }
    const { accounts: known } = await read();
    aws.calls = [];
    aws.failures.set('ListTagsForResource', awsError('AccessDeniedException'));
    const { accounts, warnings } = await read({ known });
    expect(accounts).toEqual(known);
    expect(tagCalls()).toBe(5);
    expect(warnings).toHaveLength(6);
    expect(warnings[5]).toMatch(/^the tags of 15 more accounts were not asked/);
  });
});
