import { ordersPlacements } from '../__testUtils__';
import { defaultWorkspaceSettings } from '../settings';
import type { WorkspaceSettings } from '../settings';
import { resolveWishes } from './resolveWishes';
import type { WorkspaceInput } from './WorkspaceWishes';

const wishes = (
  input: WorkspaceInput,
  settings: Partial<WorkspaceSettings> = {},
  placements = ordersPlacements,
) =>
  resolveWishes({
    input,
    settings: { ...defaultWorkspaceSettings, ...settings },
    placements,
    productionEnvironments: ['prod'],
    canNotify: false,
  });

const allow = (what: Partial<WorkspaceSettings['allow']>) => ({
  allow: { ...defaultWorkspaceSettings.allow, ...what },
});

describe('resolveWishes', () => {
  it('is what the configuration says, if nothing is asked for', () => {
    expect(
      wishes(
        {},
        {
          terraformVersion: '1.15.0',
          agentPoolId: 'apool-1',
          teams: [{ name: 'platform', access: 'admin' }],
          variableSets: ['network'],
          autoDestroy: { environments: ['sandbox'], afterInactivity: '14d' },
        },
      ),
    ).toEqual({
      terraformVersion: '1.15.0',
      workingDirectory: 'infra',
      agentPoolId: 'apool-1',
      autoApply: false,
      variables: [],
      variableSets: ['network'],
      teams: [{ name: 'platform', access: 'admin' }],
      notifications: false,
      driftDetection: 'production',
      autoDestroy: { environments: ['sandbox'], afterInactivity: '14d' },
      runTriggers: [],
    });
  });

  it('links a repository through the configured connection', () => {
    const vcs = { oauthTokenId: 'ot-1', repositories: ['acme/'] };
    expect(
      wishes(
        { vcs: { identifier: 'acme/orders' }, workingDirectory: 'tf' },
        { vcs },
      ),
    ).toMatchObject({
      vcs: { identifier: 'acme/orders', oauthTokenId: 'ot-1' },
      triggerPatterns: ['/tf/**/*'],
    });
    const other = {
      identifier: 'acme/orders',
      githubAppInstallationId: 'ghain-1',
    };
    expect(
      wishes(
        { vcs: other },
        allow({ vcsConnections: [{ githubAppInstallationId: 'ghain-1' }] }),
      ).vcs,
    ).toEqual(other);
    expect(() => wishes({ vcs: other }, { vcs })).toThrow(
      'vcs: this connection may not be used by a template',
    );
    expect(() => wishes({ vcs: { identifier: 'acme/orders' } })).toThrow(
      'vcs: no connection to a source-code host is configured',
    );
    expect(() =>
      wishes({ vcs: { identifier: 'evil/orders' } }, { vcs }),
    ).toThrow(
      'vcs.identifier: evil/orders may not be linked: choose a repository that begins with acme/',
    );
  });

  it('gives teams what they may be given, and no more', () => {
    const allowed = allow({
      teams: [
        { name: 'shop', access: 'write' },
        { name: 'audit', access: 'custom', runs: 'read' },
      ],
    });
    expect(
      wishes(
        {
          teams: [
            { name: 'shop', access: 'plan' },
            { name: 'audit', access: 'custom' },
          ],
        },
        allowed,
      ).teams,
    ).toEqual([
      { name: 'shop', access: 'plan' },
      { name: 'audit', access: 'custom', runs: 'read' },
    ]);
    expect(() =>
      wishes({ teams: [{ name: 'shop', access: 'admin' }] }, allowed),
    ).toThrow('teams: shop may not be given admin: ask for less');
    expect(() =>
      wishes({ teams: [{ name: 'audit', access: 'read' }] }, allowed),
    ).toThrow('teams: audit may not be given read');
    expect(() =>
      wishes({ teams: [{ name: 'owners', access: 'read' }] }, allowed),
    ).toThrow('teams: owners may not be given access by a template');
  });

  it('applies variable sets that it may, each once', () => {
    const settings = {
      variableSets: ['network'],
      ...allow({ variableSets: ['dns'] }),
    };
    expect(
      wishes({ variableSets: ['dns', 'network'] }, settings).variableSets,
    ).toEqual(['network', 'dns']);
    expect(() => wishes({ variableSets: ['payments-keys'] }, settings)).toThrow(
      'variableSets: payments-keys may not be applied by a template',
    );
  });

  it('destroys nothing in production by itself', () => {
    expect(
      wishes({ autoDestroy: { afterInactivity: '3d' } }).autoDestroy,
    ).toEqual({ afterInactivity: '3d', environments: ['dev'] });
    expect(() =>
      wishes({
        autoDestroy: { afterInactivity: '3d', environments: ['prod'] },
      }),
    ).toThrow(
      'autoDestroy.environments: nothing in prod is destroyed by itself',
    );
    expect(() =>
      wishes({ autoDestroy: { afterInactivity: '3d' } }, {}, [
        ordersPlacements[1],
      ]),
    ).toThrow('autoDestroy: there is no placement that it could be for');
  });

  it('says everything that may not be at once', () => {
    expect(() =>
      wishes(
        {
          autoApply: true,
          notifications: true,
          triggerPatterns: ['*'],
          variables: [
            { key: 'a', value: '', category: 'env', only: ['qa-use1'] },
          ],
        },
        {},
        [ordersPlacements[1]],
      ),
    ).toThrow(
      /triggerPatterns: they are.*; autoApply: nothing applies unasked.*; notifications: none are configured.*; variables: a is for qa-use1, which is no placement's key: write one of prod-use1/,
    );
  });
});
