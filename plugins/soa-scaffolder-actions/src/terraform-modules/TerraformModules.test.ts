import { createMockDirectory } from '@backstage/backend-test-utils';
import { TerraformModules } from './TerraformModules';

describe('TerraformModules', () => {
  const directory = createMockDirectory({
    content: {
      ours: {
        lambda: { 'variables.tf': 'variable "ours" {}\n' },
        eks: { 'variables.tf': '' },
        notes: { 'README.md': '' },
      },
      theirs: { lambda: { 'variables.tf': 'variable "theirs" {}\n' } },
    },
  });
  const modules = new TerraformModules([
    directory.resolve('theirs'),
    directory.resolve('ours'),
  ]);

  it("takes an organisation's own module before ours", async () => {
    expect((await modules.get('lambda')).variables).toEqual(['theirs']);
    expect((await modules.get('eks')).name).toBe('eks');
    expect(await modules.names()).toEqual(['eks', 'lambda']);
  });

  it.each(['notes', 'ec2', '../ours/eks', '', 'EKS'])(
    'says that there is no module "%s"',
    async name => {
      await expect(modules.get(name)).rejects.toThrow(
        `module: there is no Terraform module "${name}"; there are eks, lambda.`,
      );
    },
  );
});
