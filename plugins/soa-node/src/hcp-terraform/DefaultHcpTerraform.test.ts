import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { DefaultHcpTerraform } from './DefaultHcpTerraform';
import type { HcpTerraform } from './HcpTerraform';
import { hcpTerraformServiceRef } from './hcpTerraformServiceRef';

const fromConfig = (...hcpTerraform: object[]) =>
  DefaultHcpTerraform.fromConfig(
    mockServices.rootConfig({ data: { soa: { hcpTerraform } } as never }),
  );

describe('DefaultHcpTerraform', () => {
  it('has a client for each organization, the first by default', () => {
    const terraform = fromConfig(
      { organization: 'acme', token: 'a' },
      { organization: 'globex', token: 'b', baseUrl: 'https://tfe.example' },
    );
    expect(terraform.organizations()).toEqual(['acme', 'globex']);
    expect(terraform.client().organization).toBe('acme');
    expect(terraform.client('globex').workspaceUrl('w')).toBe(
      'https://tfe.example/app/globex/workspaces/w',
    );
  });

  it('says how to get the one that is missing', () => {
    expect(() => fromConfig().client()).toThrow(
      'No HCP Terraform organization is configured: add one to soa.hcpTerraform',
    );
    expect(() => fromConfig().client('acme')).toThrow(
      'The HCP Terraform organization "acme" is not configured: add it to soa.hcpTerraform',
    );
  });
});

describe('hcpTerraformServiceRef', () => {
  const start = async (hcpTerraform: object[]) => {
    const given: HcpTerraform[] = [];
    const plugin = (pluginId: string) =>
      createBackendPlugin({
        pluginId,
        register(env) {
          env.registerInit({
            deps: { terraform: hcpTerraformServiceRef },
            async init({ terraform }) {
              given.push(terraform);
            },
          });
        },
      });
    const backend = await startTestBackend({
      features: [
        plugin('one'),
        plugin('two'),
        mockServices.rootConfig.factory({
          data: { soa: { hcpTerraform } } as never,
        }),
      ],
    });
    await backend.stop();
    return given;
  };

  it('is the same for all plugins, which share its limits', async () => {
    const [one, two] = await start([{ organization: 'acme', token: 'a' }]);
    expect(one).toBe(two);
    expect(one.organizations()).toEqual(['acme']);
  });

  it('fails the start with the key at fault', async () => {
    await expect(start([{ organization: 'acme' }])).rejects.toThrow(
      "soa.hcpTerraform[0].token'",
    );
  });
});
