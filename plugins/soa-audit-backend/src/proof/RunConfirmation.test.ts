import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { PipelineProof } from './PipelineProof';
import { RunConfirmation } from './RunConfirmation';

const proof: PipelineProof = {
  accessKeyId: 'ASIA1',
  account: '111122223333',
  eventTime: '2026-11-20T12:00:00Z',
  issuer: 'app.terraform.io',
  organization: 'acme',
  project: 'Shop',
  workspace: 'cart-prod-use1',
  phase: 'apply',
  claimedRunId: 'run-1',
};

function confirmationOf(answers: { run?: object; workspace?: object }) {
  const client = {
    findWorkspace: jest.fn(async () => answers.workspace),
    getRun: jest.fn(async () => answers.run),
    runUrl: (name: string, run: string) => `https://tfc.test/${name}/${run}`,
  };
  const hcpTerraform = {
    organizations: () => ['acme'],
    client: (organization: string) => {
      if (organization !== 'acme') {
        throw new Error(`${organization} is not configured`);
      }
      return client;
    },
  };
  return new RunConfirmation(hcpTerraform as unknown as HcpTerraform);
}

const workspace = { id: 'ws-1' };

describe('RunConfirmation', () => {
  it('names the run that is one of the workspace', async () => {
    const run = { id: 'run-1', workspaceId: 'ws-1' };
    expect(await confirmationOf({ run, workspace }).confirm(proof)).toEqual({
      ...proof,
      workspaceId: 'ws-1',
      runId: 'run-1',
      runUrl: 'https://tfc.test/cart-prod-use1/run-1',
    });
  });

  it.each([
    ['of another workspace', { run: { id: 'run-1', workspaceId: 'ws-2' } }],
    ['that is not known', {}],
  ])('names no run %s', async (_, answers) => {
    expect(
      await confirmationOf({ ...answers, workspace }).confirm(proof),
    ).toEqual({ ...proof, workspaceId: 'ws-1' });
  });

  it('takes no organization for confirmed that nobody can ask', async () => {
    await expect(
      confirmationOf({ workspace }).confirm({ ...proof, organization: 'evil' }),
    ).rejects.toThrow('evil is not configured');
  });
});
