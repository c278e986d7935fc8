import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { terraformIn } from '../__testUtils__/terraformIn';
import { aftRequest } from './aftRequest';

const describeTerraform = process.env.SOA_TERRAFORM_CHECKS
  ? describe
  : describe.skip;

const way = {
  kind: 'aft' as const,
  repoUrl: 'github.com?owner=acme&repo=aft-account-request',
  directory: 'terraform',
  source: './modules/aft-account-request',
  ssoUser: { email: 'a@x.test', firstName: '$', lastName: '%{' },
  customizations: 'sandbox',
};

const request = {
  name: 'shop-dev',
  email: 'aws+shop-dev@x.test',
  tags: { 'soa:owner': 'group:default/team-shop', 部署: 'é' },
  unit: { id: 'ou-acme-dev00000', name: 'Dev "${x}"\n' },
  requestedBy: 'user:default/guest',
  reason: '${file("/etc/passwd")} %{ if } \\',
};

describe('aftRequest', () => {
  it('escapes what people and AWS have written', () => {
    const text = aftRequest(request, way);
    expect(text).toContain('"Dev \\"$${x}\\"\\n (ou-acme-dev00000)"');
    expect(text).toContain('"$${file(\\"/etc/passwd\\")} %%{ if } \\\\"');
    expect(text).toContain('SSOUserLastName           = "%%{"');
    expect(text).toContain('  account_customizations_name = "sandbox"\n');
  });
});

describeTerraform(
  'aftRequest, with Terraform (needs SOA_TERRAFORM_CHECKS)',
  () => {
    it('is as Terraform formats it', async () => {
      const directory = await mkdtemp(join(tmpdir(), 'aft-request-'));
      try {
        await writeFile(join(directory, 'x.tf'), aftRequest(request, way));
        expect(await terraformIn(directory)('fmt', '-diff')).toBe('');
      } finally {
        await rm(directory, { recursive: true });
      }
    });
  },
);
