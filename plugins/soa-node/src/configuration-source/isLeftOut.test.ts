import { isLeftOut } from './isLeftOut';

describe('isLeftOut', () => {
  it.each([
    'infra/.terraform/providers/aws',
    'infra/.git/config',
    '.git',
    'infra/terraform.tfstate',
    'infra/prod.tfstate.backup',
    'infra/terraform.tfstate.1700000000.backup',
    'infra/terraform.tfstate.d/prod/terraform.tfstate',
  ])('leaves out %s', path => {
    expect(isLeftOut(path)).toBe(true);
  });

  it.each([
    'infra/.terraform.lock.hcl',
    'infra/.gitignore',
    'infra/main.tf',
    'infra/tfstate.tf',
    'infra/placements/dev-use1.json',
  ])('takes along %s', path => {
    expect(isLeftOut(path)).toBe(false);
  });
});
