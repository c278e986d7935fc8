import type { Placement, Workspace } from '@backstage-soa/plugin-soa-common';
import { workspaceProblem } from './workspaceProblem';

const orders = 'component:default/orders';
const placement: Placement = {
  environment: 'prod',
  account: '111122223333',
  region: 'us-east-1',
  runtime: 'ecs-fargate',
};

const problemOf = (name: string, existing: Array<Partial<Workspace>> = []) =>
  workspaceProblem(name, orders, placement, existing as Workspace[]);

describe('workspaceProblem', () => {
  it('takes names as long as the deploy roles may have them', () => {
    expect(problemOf('w'.repeat(58))).toBeUndefined();
    expect(problemOf('w'.repeat(59))).toMatch(
      /a name of 65 characters, and AWS takes 64: choose a shorter name\.$/,
    );
  });

  it('takes a workspace that holds this placement already', () => {
    const name = 'orders-prod-use1';
    const ours = { name, componentRef: orders, placement };
    expect(problemOf(name, [ours])).toBeUndefined();
    for (const other of [
      { ...ours, componentRef: 'component:default/cart' },
      { ...ours, placement: { ...placement, region: 'eu-west-1' } },
      { name },
    ]) {
      expect(problemOf(name, [other])).toMatch(/holds something else/);
    }
  });
});
