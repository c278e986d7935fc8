import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import type {
  SandboxEnvironment,
  SandboxEnvironmentRequest,
} from '@backstage-soa/plugin-soa-common';
import { ordersPlacements, runAction } from '../__testUtils__';
import { createEnsureSandboxAction } from './ensureSandbox';

const expiresAt = '2026-12-04T10:00:00.000Z';
const input = {
  componentRef: 'component:default/orders',
  placements: ordersPlacements,
};

const refusal = (status: number) =>
  ResponseError.fromResponse(new Response('{}', { status }));

function set() {
  const ensureSandboxEnvironment = jest.fn(
    async (_: SandboxEnvironmentRequest) =>
      ({ expiresAt } as SandboxEnvironment),
  );
  const action = createEnsureSandboxAction({
    delivery: { ensureSandboxEnvironment },
    pause: async () => {},
  });
  return { action, ensureSandboxEnvironment };
}

describe('soa:sandbox:ensure', () => {
  it('says until when it is there', async () => {
    const { action, ensureSandboxEnvironment } = set();
    ensureSandboxEnvironment.mockRejectedValueOnce(
      new ServiceUnavailableError('No answer'),
    );
    const { outputs, log } = await runAction(action, {
      ...input,
      timeToLive: 'P3D',
    });
    expect(ensureSandboxEnvironment.mock.calls[1][0]).toEqual({
      ...input,
      timeToLive: 'P3D',
    });
    expect(outputs).toEqual({ expiresAt });
    expect(log).toContain(
      `component:default/orders is destroyed at ${expiresAt}, unless it is extended`,
    );
  });

  it('keeps nothing in a dry run, and says what it would', async () => {
    const { action, ensureSandboxEnvironment } = set();
    const isDryRun = { isDryRun: true };
    const { outputs } = await runAction(action, input, isDryRun);
    expect(ensureSandboxEnvironment.mock.calls[0][0].dryRun).toBe(true);
    expect(outputs).toEqual({ expiresAt });
    for (const error of [
      new ServiceUnavailableError('Away'),
      await refusal(404),
    ]) {
      ensureSandboxEnvironment.mockRejectedValueOnce(error);
      const unknown = await runAction(action, input, isDryRun);
      expect(unknown.outputs).toEqual({ expiresAt: 'unknown' });
    }
    ensureSandboxEnvironment.mockRejectedValueOnce(await refusal(403));
    await expect(runAction(action, input, isDryRun)).rejects.toThrow('403');
  });

  it('fails for a component that is not there', async () => {
    const { action, ensureSandboxEnvironment } = set();
    ensureSandboxEnvironment.mockRejectedValue(await refusal(404));
    await expect(runAction(action, input)).rejects.toThrow('404');
    expect(ensureSandboxEnvironment).toHaveBeenCalledTimes(1);
  });

  it.each([
    [{ componentRef: 'orders' }, /^componentRef: /],
    [{ timeToLive: '7 days' }, /^timeToLive: write a duration/],
    [{ timeToLive: 'PT' }, /^timeToLive: write a duration/],
    [{ placements: [] }, /^placements: /],
  ])('names the input at fault: %j', async (change, message) => {
    const { action, ensureSandboxEnvironment } = set();
    await expect(runAction(action, { ...input, ...change })).rejects.toThrow(
      message,
    );
    expect(ensureSandboxEnvironment).not.toHaveBeenCalled();
  });
});
