import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import {
  FakeHcpTerraform,
  ordersWorkspace,
} from '../__testUtils__/FakeHcpTerraform';
import { readWorkspace } from './readWorkspace';
import type { WorkspaceReading } from './WorkspaceReading';

describe('readWorkspace', () => {
  let tfc: FakeHcpTerraform;
  let wanted: Array<Parameters<HcpTerraformClient['findWorkspace']>[1]>;

  const read = (known?: WorkspaceReading) => {
    const client = tfc.client();
    const { findWorkspace } = client;
    client.findWorkspace = (name, options) => {
      wanted.push(options);
      return findWorkspace(name, options);
    };
    const { id, name } = ordersWorkspace();
    return readWorkspace({ client, id, name, known });
  };

  beforeEach(() => {
    wanted = [];
    tfc = new FakeHcpTerraform();
    tfc.workspaces = [
      ordersWorkspace({
        hasState: true,
        mayReadVariables: true,
        mayReadOutputs: true,
        stateCreatedAt: '2026-01-01T00:00:00Z',
        variables: [],
        outputs: [],
        assessment: {
          id: 'asmtres-1',
          drifted: true,
          resourcesDrifted: 3,
          createdAt: '2026-01-02T00:00:00Z',
        },
      }),
    ];
  });

  it('knows of a drift with the one request that reads a workspace', async () => {
    const { workspace } = (await read())!;
    expect(wanted).toEqual([expect.objectContaining({ withDetails: true })]);
    expect(tfc.calls).toEqual(['workspace orders-prod-use1']);
    expect(workspace).toMatchObject({
      drifted: true,
      drift: { resources: 3, checkedAt: '2026-01-02T00:00:00Z' },
      lastAppliedAt: '2026-01-01T00:00:00Z',
    });
  });

  it('knows that there is none once something was applied since', async () => {
    const known = await read();
    tfc.workspaces[0].stateCreatedAt = '2026-01-03T00:00:00Z';
    tfc.workspaces[0].latestChangeAt = '2026-01-03T00:00:00Z';
    expect((await read(known))!.workspace.drifted).toBeUndefined();
  });

  it('believes in no state less only of who may read states', async () => {
    tfc.workspaces[0].outputs = [
      { name: 'url', sensitive: false, value: 'https://orders' },
    ];
    const known = await read();
    tfc.workspaces[0].hasState = false;
    tfc.workspaces[0].outputs = undefined;
    tfc.workspaces[0].mayReadOutputs = undefined;
    tfc.failures.set('outputs ws-orders1', new Error('may not'));
    tfc.workspaces[0].latestChangeAt = '2026-01-04T00:00:00Z';
    expect((await read(known))!.outputs).toHaveLength(1);
    tfc.workspaces[0].mayReadOutputs = true;
    expect((await read(known))!.outputs).toEqual([]);
  });

  it('asks for outputs while those of a new state are not known yet', async () => {
    tfc.workspaces[0].outputs = undefined;
    tfc.outputs['ws-orders1'] = [
      { name: 'url', sensitive: false, value: 'https://orders' },
    ];
    expect((await read())!.outputs).toHaveLength(1);
  });
});
