import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import {
  runAction,
  workspacesAction as set,
  workspacesInput as input,
} from '../__testUtils__';

const refuse =
  (kind: HcpTerraformError['kind'], message: string, status?: number) => () => {
    throw new HcpTerraformError(kind, message, status);
  };

describe('tfc:workspaces:ensure, when some fail', () => {
  it('finishes the others, then says every reason, and goes on later', async () => {
    const { action, tfc } = set();
    const checkpoints = new Map();
    tfc.before['create workspace orders-dev-use1'] = refuse(
      'invalid',
      'Name is not liked',
      422,
    );
    tfc.before['create workspace orders-prod-euw1'] = refuse(
      'not-found-or-not-allowed',
      'Not allowed here',
      404,
    );
    await expect(runAction(action, input, { checkpoints })).rejects.toThrow(
      '2 of 3 workspaces could not be finished. acme/orders-dev-use1: Name is not liked. acme/orders-prod-euw1: Not allowed here. 1 is as it should be. Run the template again with the same input: it goes on where this has stopped.',
    );
    expect(tfc.workspaces).toHaveLength(1);
    expect(tfc.variables['ws-1']).toHaveLength(4);

    tfc.before = {};
    tfc.writes = [];
    await runAction(action, input, { checkpoints });
    expect(tfc.workspaces).toHaveLength(3);
    expect(tfc.writes.some(write => write.includes('prod-use1'))).toBe(false);
  });

  it('says of a single one what it is, and how to go on', async () => {
    const { action, tfc } = set();
    tfc.before['create variable placement'] = refuse(
      'not-found-or-not-allowed',
      'Not allowed here',
      404,
    );
    await expect(
      runAction(action, { ...input, placements: input.placements.slice(0, 1) }),
    ).rejects.toThrow(
      'The workspace could not be finished. acme/orders-dev-use1: Not allowed here. Run the template again with the same input: it goes on where this has stopped.',
    );
  });

  it('records what was done until it failed', async () => {
    const { action, tfc, auditor } = set();
    const fail = jest.fn();
    auditor.createEvent.mockResolvedValue({ success: jest.fn(), fail });
    tfc.before['create variable TFC_AWS_PROVIDER_AUTH'] = refuse(
      'invalid',
      'No more',
      422,
    );
    await expect(runAction(action, input)).rejects.toThrow('No more');
    expect(fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ message: 'No more' }),
      meta: { changes: ['created', 'variable placement'] },
    });
  });

  it('does not go on with a token that is refused', async () => {
    const { action, tfc } = set();
    tfc.unreadable = new HcpTerraformError('bad-token', 'The token is bad');
    await expect(runAction(action, input)).rejects.toThrow('The token is bad');
    expect(tfc.writes).toEqual([]);
  });

  it('says of a workspace that goes away meanwhile that it is not found', async () => {
    const { action, tfc } = set();
    tfc.before['create variable TFC_AWS_PLAN_ROLE_ARN'] = refuse(
      'not-found-or-not-allowed',
      'POST /workspaces/ws-1/vars: not found in organization "acme", or its token is not allowed to do it',
      404,
    );
    await expect(runAction(action, input)).rejects.toThrow(
      /could not be finished\. acme\/orders-dev-use1.*: POST \/workspaces\/ws-1\/vars: not found/,
    );
    tfc.workspaces = [];
    tfc.variables = {};
    tfc.before = {};
    await runAction(action, input);
    expect(tfc.workspaces).toHaveLength(3);
  });
});
