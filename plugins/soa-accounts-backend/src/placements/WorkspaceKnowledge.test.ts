import { WorkspaceKnowledge } from './WorkspaceKnowledge';

const source = (organization: string, readAt?: string, failedAt?: string) => ({
  id: `hcp-terraform:${organization}`,
  version: '1',
  ...(readAt && { readAt: new Date(readAt) }),
  ...(failedAt && { failedAt: new Date(failedAt) }),
});

const knowledge = (...sources: ReturnType<typeof source>[]) =>
  new WorkspaceKnowledge({
    organizations: ['acme', 'globex'],
    sources,
    longestAge: 3_600_000,
    now: new Date('2026-01-01T12:00:00Z'),
  });

const acme = source('acme', '2026-01-01T11:00:00Z');

describe('WorkspaceKnowledge', () => {
  it('is complete once every organization has been read of late', () => {
    const all = knowledge(acme, source('globex', '2026-01-01T11:30:00Z'));
    expect(all.isComplete).toBe(true);
    expect(all.isOutdated('acme')).toBe(false);
  });

  it.each([
    ['nothing has been read of one', []],
    ['one has never been read to its end', [source('globex')]],
    [
      'the last read of one failed',
      [source('globex', '2026-01-01T11:30:00Z', '2026-01-01T11:40:00Z')],
    ],
  ])('is not complete where %s', (_name, others) => {
    const some = knowledge(acme, ...others);
    expect(some.isComplete).toBe(false);
    expect(some.isOutdated('globex')).toBe(false);
  });

  it('is outdated where reads have not come to their end for long', () => {
    const old = knowledge(acme, source('globex', '2026-01-01T10:59:59Z'));
    expect(old.isComplete).toBe(false);
    expect(old.isOutdated('globex')).toBe(true);
    expect(old.isOutdated('acme')).toBe(false);
    expect(old.key).not.toBe(knowledge(acme).key);
  });

  it('is not complete where no organization is configured', () => {
    const none = new WorkspaceKnowledge({
      organizations: [],
      sources: [],
      longestAge: 1,
      now: new Date(0),
    });
    expect(none.isComplete).toBe(false);
  });
});
