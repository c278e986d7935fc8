import { mockServices } from '@backstage/backend-test-utils';
import type { Account } from '@backstage-soa/plugin-soa-common';
import { FakeOrganizations } from '../__testUtils__/FakeOrganizations';
import { AccountDescriber } from '../facts';
import type { KeptTags } from './KeptTags';
import type { OrganizationReading } from './OrganizationReading';
import { readOrganization } from './readOrganization';

describe('readOrganization', () => {
  const aws = new FakeOrganizations();
  let parts: OrganizationReading[];
  let kept: Map<string, KeptTags>;
  let clock: number;
  const read = async (
    options: {
      includeEmail?: boolean;
      known?: Account[];
      signal?: AbortSignal;
      changes?: Array<[accountId: string, time: string]>;
      config?: object;
    } = {},
  ) => {
    parts = [];
    const { accountIds, unitIds, warnings, rules } = await readOrganization({
      client: aws.client(),
      describer: AccountDescriber.fromConfig(
        mockServices.rootConfig({ data: (options.config ?? {}) as object }),
      ),
      keptTags: async ids =>
        new Map([...kept].filter(([id]) => ids.includes(id))),
      changes: async () => ({
        byAccount: new Map(options.changes),
        warnings: [],
      }),
      maxAge: 86_400_000,
      now: () => new Date(clock),
      includeEmail: options.includeEmail ?? false,
      lastKnown: wanted => options.known?.find(({ id }) => id === wanted),
      save: async part => {
        parts.push(part);
        part.tags.forEach((tags, id) => kept.set(id, tags));
      },
      signal: options.signal,
    });
    const units = parts.flatMap(part => part.units);
    const accounts = parts
      .flatMap(part => part.accounts)
      .sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(accountIds.sort()).toEqual(accounts.map(({ id }) => id));
    expect(unitIds).toEqual(units.map(({ id }) => id));
    return { units, accounts, warnings, rules };
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
    kept = new Map();
    clock = Date.parse('2026-01-01T00:00:00Z');
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
    kept.clear();
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
    kept.clear();
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
    kept.clear();
    aws.failures.set('ListTagsForResource', awsError('AccessDeniedException'));
    const { accounts, warnings } = await read({ known });
    expect(accounts).toEqual(known);
    expect(tagCalls()).toBe(5);
    expect(warnings).toHaveLength(6);
    expect(warnings[0]).toMatch(/^the tags of 15 more accounts were not asked/);
  });

  it('asks later for tags that have changed while it stopped to ask', async () => {
    many(20);
    const { accounts: known } = await read();
    const changes = known.map(({ id }): [string, string] => [
      id,
      '2025-12-31T23:00:00Z',
    ]);
    aws.failures.set('ListTagsForResource', awsError('AccessDeniedException'));
    await read({ known, changes });
    aws.failures.clear();
    aws.calls = [];
    for (const account of aws.accounts) {
      account.tags = { 'soa:environment': 'prod' };
    }
    // CloudTrail has been asked up to now, and tells of them no more.
    const { accounts } = await read({ known });
    expect(accounts.every(({ environment }) => environment === 'prod')).toBe(
      true,
    );
  });

  it('asks for no tags that have not changed', async () => {
    many(20);
    aws.accounts[3].tags = { 'soa:environment': 'prod' };
    const { accounts: known } = await read();
    aws.calls = [];
    expect((await read({ known })).accounts).toEqual(known);
    expect(tagCalls()).toBe(0);
    expect(parts.flatMap(({ tags }) => [...tags])).toEqual([]);
  });

  it('asks once for tags that CloudTrail says have changed', async () => {
    many(20);
    const { accounts: known } = await read();
    aws.calls = [];
    aws.accounts[3].tags = { 'soa:environment': 'prod' };
    const changes: Array<[string, string]> = [
      ['000000000003', '2025-12-31T23:00:00Z'],
      ['999999999999', '2025-12-31T23:00:00Z'],
    ];
    const { accounts } = await read({ known, changes });
    expect(accounts[3].environment).toBe('prod');
    await read({ known, changes });
    // One item a page, after an empty one.
    expect(tagCalls()).toBe(2);
  });

  it('asks again for tags that could not be read, and meanwhile goes by those it has', async () => {
    aws.accounts[1].tags = { 'soa:environment': 'prod' };
    await read();
    const changes: Array<[string, string]> = [
      ['222222222222', '2026-01-01T00:00:00Z'],
    ];
    aws.accounts[1].tags = { 'soa:environment': 'qa' };
    aws.failures.set(
      'ListTagsForResource 222222222222',
      awsError('TooManyRequestsException'),
    );
    const failed = await read({ changes });
    expect(failed.accounts[1].environment).toBe('prod');
    expect(failed.warnings).toHaveLength(1);
    aws.failures.clear();
    const { accounts } = await read();
    expect(accounts[1].environment).toBe('qa');
  });

  it('asks for all tags within their greatest age', async () => {
    many(20);
    await read();
    aws.calls = [];
    clock += 86_400_000;
    await read();
    expect(tagCalls()).toBe(20);
  });

  it('goes by another configuration without asking again', async () => {
    many(3);
    aws.accounts[1].tags = { stage: 'prod' };
    aws.accounts[2].tags = { stage: 'proof' };
    await read();
    aws.calls = [];
    const rule = (tags: object[]) => ({
      when: { tags },
      set: { owner: 'team-shop' },
    });
    const { accounts, warnings, rules } = await read({
      config: {
        soa: {
          environments: [{ name: 'prod' }],
          aws: { tags: { environment: 'stage' } },
          accounts: {
            rules: [
              rule([{ key: 'none' }]),
              rule([{ key: 'stage', value: 'prod' }]),
            ],
          },
        },
      },
    });
    expect(accounts.map(({ environment }) => environment)).toEqual([
      undefined,
      'prod',
      'proof',
    ]);
    expect(accounts.map(({ owner }) => owner)).toEqual([
      undefined,
      'group:default/team-shop',
      undefined,
    ]);
    expect(tagCalls()).toBe(0);
    expect(rules).toEqual(['soa.accounts.rules[1]']);
    expect(warnings).toEqual([
      'environment "proof" is none of soa.environments, and accounts have it: 000000000002',
    ]);
  });
});
