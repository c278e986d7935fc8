import { mockServices } from '@backstage/backend-test-utils';
import { RunWaker } from './RunWaker';

const notice = {
  run_id: 'run-1',
  workspace_id: 'ws-1',
  organization_name: 'acme',
  notifications: [{ trigger: 'run:completed' }],
};

function set() {
  const stopping = new AbortController();
  const logger = mockServices.logger.mock();
  const wake = jest.fn(async (_run: object) => {});
  const waker = new RunWaker({
    organizations: () => ['acme'],
    wakes: [wake],
    logger,
    signal: stopping.signal,
  });
  return { waker, wake, logger, stopping };
}

describe('RunWaker', () => {
  it('wakes what waits for the run', async () => {
    const { waker, wake } = set();
    await waker.take(notice);
    expect(wake.mock.calls.map(([run]) => run)).toEqual([
      {
        organization: 'acme',
        runId: 'run-1',
        triggers: ['run:completed'],
      },
    ]);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'run-1'],
    ['another organization', { ...notice, organization_name: 'evil' }],
    ['no workspace', { ...notice, workspace_id: null }],
    ['no run, as drift has none', { ...notice, run_id: null }],
    ['a name that no run has', { ...notice, run_id: 'r'.repeat(101) }],
    ['a list', { ...notice, run_id: ['run-1'] }],
  ])('wakes nothing for %s', async (_, body) => {
    const { waker, wake } = set();
    await waker.take(body);
    expect(wake).not.toHaveBeenCalled();
  });

  it('wakes once more for all that is told meanwhile', async () => {
    const { waker, wake } = set();
    let end = () => {};
    wake.mockImplementationOnce(
      () =>
        new Promise(resolve => {
          end = resolve;
        }),
    );
    const first = waker.take(notice);
    await Promise.all(Array.from({ length: 1_000 }, () => waker.take(notice)));
    const other = waker.take({ ...notice, run_id: 'run-2' });
    await other;
    end();
    await first;
    expect(wake.mock.calls.map(([run]) => run)).toEqual([
      expect.objectContaining({ runId: 'run-1' }),
      expect.objectContaining({ runId: 'run-2' }),
      expect.objectContaining({ runId: 'run-1' }),
    ]);
  });

  it('passes on all that is told meanwhile', async () => {
    const { waker, wake } = set();
    const told = (trigger: string) =>
      waker.take({ ...notice, notifications: [{ trigger }] });
    await Promise.all([
      told('run:needs_attention'),
      told('run:applying'),
      told('run:completed'),
      told('run:applying'),
    ]);
    expect(wake.mock.calls.map(([run]) => run)).toEqual([
      expect.objectContaining({ triggers: ['run:needs_attention'] }),
      expect.objectContaining({ triggers: ['run:applying', 'run:completed'] }),
    ]);
    await waker.take({ ...notice, notifications: undefined });
    expect(wake).toHaveBeenCalledTimes(3);
  });

  it('leaves what fails to the next look at all runs', async () => {
    const { waker, wake, logger } = set();
    wake.mockRejectedValueOnce(new Error('No database'));
    await waker.take(notice);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('run-1 could not go on'),
    );
    await waker.take(notice);
    expect(wake).toHaveBeenCalledTimes(2);
  });

  it('begins nothing once the backend stops', async () => {
    const { waker, wake, stopping } = set();
    stopping.abort();
    await waker.take(notice);
    expect(wake).not.toHaveBeenCalled();
  });
});
