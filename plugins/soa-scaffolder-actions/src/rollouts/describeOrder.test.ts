import { describeOrder } from './describeOrder';

describe('describeOrder', () => {
  it('counts what is too much to read', () => {
    const keys = Array.from({ length: 12 }, (_, index) => `k${index + 1}`);
    expect(describeOrder([{ environment: 'prod', waves: [keys] }])).toBe(
      'k1, k2, k3, k4, k5, k6, k7, k8, k9, k10 and 2 more',
    );
  });

  it('says which placements come after which, and who approves', () => {
    expect(
      describeOrder([
        { environment: 'dev', waves: [['dev-use1']] },
        {
          environment: 'prod',
          approvers: 'group:default/team-platform',
          waves: [['prod-euw1'], ['prod-use1', 'prod-usw2']],
        },
      ]),
    ).toBe(
      'dev-use1, and then to prod-euw1 (once group:default/team-platform approves), and then to prod-use1, prod-usw2',
    );
  });
});
