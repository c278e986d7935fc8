import { mockServices } from '@backstage/backend-test-utils';
import {
  throughAft,
  throughOrganizations,
} from '../__testUtils__/vendingAction';
import { readVendingSettings } from './readVendingSettings';

const read = (accountVending?: object) =>
  readVendingSettings(
    mockServices.rootConfig({
      data: { soa: accountVending ? { accountVending } : {} } as {},
    }),
  );

describe('readVendingSettings', () => {
  it('is off without configuration', () => {
    expect(read()).toBeUndefined();
  });

  it('reads how accounts are made through AWS Organizations', () => {
    expect(
      read({ ...throughOrganizations, owners: ['team-shop'], roleName: 'adm' }),
    ).toEqual({
      email: 'aws+{name}@acme.example',
      organizationalUnits: ['Workloads/Dev', 'ou-acme-sandbox0'],
      owners: ['group:default/team-shop'],
      tags: { 'cost-center': '42' },
      way: {
        kind: 'organizations',
        managementAccountId: '100000000001',
        roleName: 'adm',
      },
    });
  });

  it('reads how they are requested', () => {
    expect(read(throughAft)!.way).toEqual({
      ...throughAft.request,
      directory: 'terraform',
      source: './modules/aft-account-request',
      customizations: undefined,
    });
  });

  const { request } = throughAft;
  it.each([
    [{ managementAccountId: '1' }, 'managementAccountId is "1": write the 12'],
    [{ request }, 'soa.accountVending has both managementAccountId and'],
    [{ managementAccountId: undefined }, 'has neither managementAccountId'],
    [{ email: 'aws@acme.example' }, 'soa.accountVending.email is "aws@acme'],
    [{ email: '{name}{name}@a.example' }, 'write an address with {name} once'],
    [{ email: 'aws+{name}' }, 'soa.accountVending.email'],
    [{ email: undefined }, 'soa.accountVending.email'],
    [{ organizationalUnits: [] }, 'soa.accountVending.organizationalUnits'],
    [
      { owners: ['user:guest'] },
      'soa.accountVending.owners[0] is "user:guest"',
    ],
    [{ tags: { 'aws:x': '1' } }, 'soa.accountVending.tags has aws:x: "1"'],
    [{ tags: { a: 'b,c' } }, 'soa.accountVending.tags has a: "b,c"'],
    [{ roleName: 'soa/admin' }, 'soa.accountVending.roleName is "soa/admin"'],
  ])('names the key at fault: %j', (change, message) => {
    expect(() => read({ ...throughOrganizations, ...change })).toThrow(message);
  });

  it.each([
    [{ kind: 'cli' }, 'soa.accountVending.request.kind is "cli": write aft'],
    [{ directory: '../x' }, 'soa.accountVending.request.directory is "../x"'],
    [{ repoUrl: undefined }, 'soa.accountVending.request.repoUrl'],
    [{ ssoUser: {} }, 'soa.accountVending.request.ssoUser.email'],
  ])('names the key at fault of a request: %j', (change, message) => {
    expect(() =>
      read({ ...throughAft, request: { ...request, ...change } }),
    ).toThrow(message);
  });
});
