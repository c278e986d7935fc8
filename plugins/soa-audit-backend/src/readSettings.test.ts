import { mockServices } from '@backstage/backend-test-utils';
import { readSettings } from './readSettings';

const read = (audit?: object) =>
  readSettings(mockServices.rootConfig({ data: { soa: { audit } } as never }));

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      issuers: ['app.terraform.io'],
      pipelineRoles: [],
      minimumConfidence: 0.5,
      reconsidered: [],
      lookup: { enabled: true, firstReadDays: 14, overlapMinutes: 30 },
      retentionDays: 90,
    });
  });

  it("takes hosts of one's own, and principals of CI/CD systems", () => {
    const roles = [
      'arn:aws:iam::111122223333:role/ci/deploy',
      'arn:aws-cn:iam::111122223333:user/jenkins',
    ];
    const issuers = ['tfe.example.com', 'tfe.example.com:8443', 'ci.example/a'];
    expect(read({ pipeline: { issuers, roles } })).toMatchObject({
      issuers,
      pipelineRoles: roles,
    });
  });

  it('takes references of entities in any case', () => {
    const reconsidered = ['Component:default/Orders'];
    expect(read({ attribution: { reconsidered } })).toMatchObject({
      reconsidered: ['component:default/orders'],
    });
  });

  it.each([
    [
      { pipeline: { issuers: ['tfe.example', 'https://app.terraform.io'] } },
      'soa.audit.pipeline.issuers[1] is "https://app.terraform.io": write the host alone',
    ],
    [
      { pipeline: { issuers: ['app.terraform.io/'] } },
      'soa.audit.pipeline.issuers[0] is',
    ],
    [
      { pipeline: { roles: ['deploy'] } },
      'soa.audit.pipeline.roles[0] is "deploy": write the ARN of a role',
    ],
    [
      {
        pipeline: {
          roles: ['arn:aws:sts::111122223333:assumed-role/deploy/session'],
        },
      },
      'soa.audit.pipeline.roles[0] is',
    ],
    [
      { attribution: { reconsidered: ['orders'] } },
      'soa.audit.attribution.reconsidered[0] is "orders": write the reference',
    ],
    [{ lookup: { firstReadDays: 91 } }, 'soa.audit.lookup.firstReadDays is 91'],
    [{ lookup: { overlapMinutes: -1 } }, 'soa.audit.lookup.overlapMinutes is'],
    [{ outOfBand: { minimumConfidence: 2 } }, 'write a number from 0 to 1'],
    [{ retentionDays: 6 }, 'soa.audit.retentionDays is 6: write a number from'],
    [{ retentionDays: 'long' }, "soa.audit.retentionDays'"],
  ])('names the key at fault in %j', (audit, message) => {
    expect(() => read(audit)).toThrow(message);
  });
});
