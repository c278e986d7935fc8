import { readNotification } from './readNotification';

const run = {
  payload_version: 1,
  notification_configuration_id: 'nc-1',
  run_id: 'run-1',
  workspace_id: 'ws-1',
  workspace_name: 'orders',
  organization_name: 'acme',
  notifications: [
    { trigger: 'run:completed', run_updated_at: '2026-11-20T12:00:00Z' },
  ],
};

describe('readNotification', () => {
  it('reads what is told of a run', () => {
    expect(readNotification(run)).toMatchObject({
      workspace: { organization: 'acme', id: 'ws-1', name: 'orders' },
      runId: 'run-1',
      triggers: ['run:completed'],
    });
  });

  it('reads what is told of drift, wherever the workspace stands', () => {
    const workspace = {
      workspace_id: 'ws-1',
      workspace_name: 'orders',
      organization_name: 'acme',
    };
    const drift = { payload_version: '2', trigger: 'assessment:drifted' };
    for (const told of [
      { ...drift, ...workspace, details: {} },
      { ...drift, details: { ...workspace, drifted: true } },
    ]) {
      expect(readNotification(told)).toMatchObject({
        workspace: { organization: 'acme', id: 'ws-1', name: 'orders' },
        triggers: ['assessment:drifted'],
      });
    }
  });

  it('names no workspace where none is meant', () => {
    const notice = readNotification({
      run_id: null,
      workspace_id: null,
      organization_name: null,
      notifications: [{ trigger: 'verification', run_status: null }],
    });
    expect(notice!.workspace).toBeUndefined();
    expect(notice!.triggers).toEqual(['verification']);
  });

  it('tells the same thing told again from another', () => {
    const later = [{ trigger: 'run:completed', run_updated_at: 'later' }];
    const identity = readNotification(run)!.identity;
    expect(readNotification({ ...run })!.identity).toBe(identity);
    expect(
      readNotification({ ...run, notifications: later })!.identity,
    ).not.toBe(identity);
  });

  it.each([undefined, null, [], 'text', { notifications: 'all' }])(
    'takes %j for none',
    body => {
      expect(readNotification(body)).toBeUndefined();
    },
  );
});
