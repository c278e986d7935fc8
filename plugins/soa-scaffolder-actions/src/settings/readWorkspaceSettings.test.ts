import { mockServices } from '@backstage/backend-test-utils';
import { readWorkspaceSettings } from './readWorkspaceSettings';

const read = (workspaces?: object) =>
  readWorkspaceSettings(
    mockServices.rootConfig({
      data: {
        soa: {
          hcpTerraform: [{ organization: 'acme', token: 't', workspaces }],
        },
      } as never,
    }),
    ['prod'],
  ).get('acme');

describe('readWorkspaceSettings', () => {
  it('allows nothing unless it is told to', () => {
    expect(read()).toEqual({
      teams: [],
      variableSets: [],
      driftDetection: 'production',
      allow: {
        teams: [],
        variableSets: [],
        vcsConnections: [],
        runTriggers: [],
      },
    });
  });

  it('reads what it is told', () => {
    const told = {
      agentPoolId: 'apool-1',
      vcs: { oauthTokenId: 'ot-1', repositories: ['acme/'] },
      teams: [{ name: 'platform', access: 'admin' }],
      autoDestroy: { environments: ['sandbox'], afterInactivity: '14d' },
    };
    expect(read(told)).toMatchObject(told);
  });

  it.each([
    [{ team: [] }, 'soa.hcpTerraform[0].workspaces: Unrecognized key'],
    [{ vcs: {} }, 'workspaces.vcs: write either oauthTokenId or'],
    [
      { vcs: { oauthTokenId: 'ot-1', githubAppInstallationId: 'ghain-1' } },
      'workspaces.vcs: write either oauthTokenId or',
    ],
    [
      { teams: [{ name: 'x', access: 'read', runs: 'apply' }] },
      'workspaces.teams.0: single permissions are for the access "custom"',
    ],
    [
      { autoDestroy: { environments: ['prod'], afterInactivity: '1d' } },
      'workspaces.autoDestroy.environments: prod is a production environment',
    ],
    [
      { autoDestroy: { environments: ['dev'], afterInactivity: 'soon' } },
      'workspaces.autoDestroy.afterInactivity: write days or hours',
    ],
  ])('refuses %j', (settings, message) => {
    expect(() => read(settings)).toThrow(message);
  });
});
