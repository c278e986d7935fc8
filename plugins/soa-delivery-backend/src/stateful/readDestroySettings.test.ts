import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readDestroySettings } from './readDestroySettings';

const read = (soa: JsonObject) =>
  readDestroySettings(mockServices.rootConfig({ data: { soa } }));

describe('readDestroySettings', () => {
  it('has whoever owns the platform approve', () => {
    const { destroyApprovers } = read({
      platform: { owners: ['team-platform', 'group:infra/Team-SRE'] },
    });
    expect(destroyApprovers).toEqual([
      'group:default/team-platform',
      'group:infra/team-sre',
    ]);
  });

  it('has others approve where the configuration says so', () => {
    const { destroyApprovers } = read({
      platform: { owners: ['team-platform'] },
      delivery: { statefulDestroys: { groups: ['group:default/team-data'] } },
    });
    expect(destroyApprovers).toEqual(['group:default/team-data']);
    expect(read({}).destroyApprovers).toEqual([]);
  });

  it.each([
    [{ platform: { owners: ['a:b:c'] } }, 'soa.platform.owners[0] is "a:b:c"'],
    [
      { delivery: { statefulDestroys: { groups: ['ok', 'a/b/c'] } } },
      'soa.delivery.statefulDestroys.groups[1] is "a/b/c"',
    ],
  ])('names the key at fault in %j', (soa, message) => {
    expect(() => read(soa)).toThrow(message);
  });

  it('knows what holds data, and takes more', () => {
    const { statefulTypes } = read({
      delivery: { statefulDestroys: { types: ['acme_ledger'] } },
    });
    expect(statefulTypes).toContain('acme_ledger');
    expect(statefulTypes).toContain('aws_db_instance');
    expect(statefulTypes).not.toContain('aws_iam_role');
  });
});
