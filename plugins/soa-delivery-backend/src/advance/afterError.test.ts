import { NotAllowedError } from '@backstage/errors';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { targetOf } from './__testUtils__/targetOf';
import { afterError } from './afterError';

const NOW = new Date('2026-11-20T10:00:00.000Z');

describe('afterError', () => {
  it('waits ever longer, up to ten minutes', () => {
    const waits: number[] = [];
    let target = targetOf();
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const change = afterError(target, new Error('Too many requests'), NOW);
      target = { ...target, ...change };
      waits.push((Date.parse(target.nextAttemptAt!) - NOW.getTime()) / 1_000);
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 600, 600, 600]);
    expect(target).toMatchObject({
      state: 'preparing',
      error: 'Too many requests. It is tried again.',
      failingSince: NOW.toISOString(),
    });
  });

  it('gives up after a day', () => {
    const target = targetOf({ failingSince: '2026-11-19T09:59:59.000Z' });
    expect(afterError(target, new Error('no answer'), NOW)).toEqual({
      state: 'failed',
      error: 'no answer. It was tried again for a day.',
    });
  });

  it.each([
    new NotAllowedError('not yours'),
    new HcpTerraformError('invalid', 'not like this', 422),
  ])('does not try again what will not pass: %s', error => {
    expect(afterError(targetOf(), error, NOW)).toEqual({
      state: 'failed',
      error: `${error.message}.`,
    });
  });

  it('waits for a token that is good', () => {
    const error = new HcpTerraformError('bad-token', 'Put one in', 401);
    expect(afterError(targetOf(), error, NOW)).toMatchObject({
      error: 'Put one in. It is tried again.',
      failedAttempts: 1,
    });
  });

  it.each([
    ['planning', /run-1 may still wait for confirmation .*: discard it there/],
    ['confirming', /run-1 may still wait for confirmation/],
    ['applying', /^not like this\. The run run-1 may go on .*how it ends\.$/],
  ] as const)('says what becomes of a run that is %s', (state, says) => {
    const target = targetOf({ state, runId: 'run-1' });
    const error = new HcpTerraformError('invalid', 'not like this', 422);
    expect(afterError(target, error, NOW)).toMatchObject({
      state: 'failed',
      error: expect.stringMatching(says),
    });
  });
});
