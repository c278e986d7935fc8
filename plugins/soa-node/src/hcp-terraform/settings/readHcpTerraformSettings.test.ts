import { mockServices } from '@backstage/backend-test-utils';
import { readHcpTerraformSettings } from './readHcpTerraformSettings';

describe('readHcpTerraformSettings', () => {
  const read = (...entries: object[]) =>
    readHcpTerraformSettings(
      mockServices.rootConfig({
        data: { soa: { hcpTerraform: entries } } as never,
      }),
    );
  const acme = { organization: 'acme', token: 'team.token' };

  it('is satisfied with organization and token', () => {
    expect(read(acme)).toEqual([
      {
        ...acme,
        baseUrl: 'https://app.terraform.io',
        webUrl: 'https://app.terraform.io',
        configKey: 'soa.hcpTerraform[0]',
      },
    ]);
    expect(readHcpTerraformSettings(mockServices.rootConfig())).toEqual([]);
  });

  it.each([
    ['https://tfe.example/', 'https://tfe.example'],
    ['https://tfe.example/api/v2', 'https://tfe.example'],
    ['https://tfe.example/api/v2/', 'https://tfe.example'],
    ['http://localhost:7010', 'http://localhost:7010'],
    ['https://proxy.example/tfe/', 'https://proxy.example/tfe'],
  ])('takes the address %s', (baseUrl, expected) => {
    const [settings] = read({ ...acme, baseUrl });
    expect(settings).toMatchObject({ baseUrl: expected, webUrl: expected });
  });

  it('has people see another address than the API', () => {
    const [settings] = read({
      ...acme,
      baseUrl: 'http://inside:8080',
      webUrl: 'https://tfe.example/',
    });
    expect(settings).toMatchObject({
      baseUrl: 'http://inside:8080',
      webUrl: 'https://tfe.example',
    });
  });

  it('takes a token from a file that ends with a newline', () => {
    expect(read({ ...acme, token: 'team.token\n' })[0].token).toBe(
      'team.token',
    );
  });

  it.each([
    [{ token: 'x' }, "soa.hcpTerraform[0].organization'"],
    [{ organization: 'acme' }, "soa.hcpTerraform[0].token'"],
    [{ ...acme, token: '' }, "soa.hcpTerraform[0].token'"],
    [{ ...acme, organization: '../x' }, 'soa.hcpTerraform[0].organization is'],
    [
      { ...acme, baseUrl: 'app.terraform.io' },
      'soa.hcpTerraform[0].baseUrl is',
    ],
    [{ ...acme, baseUrl: 'ftp://x' }, 'soa.hcpTerraform[0].baseUrl is'],
    [{ ...acme, baseUrl: 'https://x?y=z' }, 'soa.hcpTerraform[0].baseUrl is'],
    [{ ...acme, webUrl: 'nowhere' }, 'soa.hcpTerraform[0].webUrl is'],
  ])('names the key at fault, case %#', (entry, message) => {
    expect(() => read(entry)).toThrow(message);
  });

  it('refuses an organization that is named twice', () => {
    expect(() => read(acme, { ...acme, token: 'other' })).toThrow(
      'soa.hcpTerraform names organization "acme" twice',
    );
  });

  it.each([acme.organization, acme.organization.toUpperCase()])(
    'refuses two hosts with an organization of one name: %s',
    organization => {
      const baseUrl = 'https://tfe.acme.example';
      expect(() => read(acme, { ...acme, organization, baseUrl })).toThrow(
        /^soa\.hcpTerraform\[1\] names organization "\w+" of https:\/\/tfe\.acme\.example, and soa\.hcpTerraform\[0\] one of the same name of https:\/\/app\.terraform\.io: .* rename/,
      );
    },
  );

  it.each([
    [{ ...acme, token: 'secret\nsecret' }, '.token holds spaces'],
    [{ ...acme, token: 'secret–' }, '.token holds spaces'],
    [{ ...acme, baseUrl: 'https://me:secret@x' }, '.baseUrl holds a user name'],
    [{ ...acme, baseUrl: 'me:secret@x' }, '.baseUrl holds a user name'],
    [{ ...acme, baseUrl: 'https://me:secret@x:99999' }, '.baseUrl holds a'],
  ])('does not repeat a secret, case %#', (entry, message) => {
    expect(() => read(entry)).toThrow(`soa.hcpTerraform[0]${message}`);
    expect(() => read(entry)).not.toThrow('secret');
  });
});
