import { Misbehaviour } from './Misbehaviour';
import { misbehaviourSchema } from './misbehaviourSchema';

describe('Misbehaviour', () => {
  it('refuses as often as it was asked to, and no more', () => {
    const misbehaviour = new Misbehaviour();
    misbehaviour.add({ service: 'sts', kind: 'error', times: 2 });
    const answers = [1, 2, 3].map(() =>
      misbehaviour.refuse('sts', 'AssumeRole'),
    );
    expect(answers).toEqual(['error', 'error', undefined]);
  });

  it('leaves other services, operations and kinds alone', () => {
    const misbehaviour = new Misbehaviour();
    misbehaviour.add({
      service: 'hcp-terraform',
      operation: 'POST /runs',
      kind: 'throttle',
      times: 1,
    });
    misbehaviour.add({ service: 'cloudtrail', kind: 'late-events', times: 1 });
    expect(misbehaviour.refuse('sts', 'POST /runs')).toBeUndefined();
    expect(
      misbehaviour.refuse('hcp-terraform', 'GET /runs/run-1'),
    ).toBeUndefined();
    expect(misbehaviour.refuse('cloudtrail', 'LookupEvents')).toBeUndefined();
    expect(misbehaviour.isOdd('empty-page', 'cloudtrail', 'any')).toBe(false);
    expect(misbehaviour.refuse('hcp-terraform', 'POST /runs')).toBe('throttle');
    expect(misbehaviour.isOdd('late-events', 'cloudtrail', 'any')).toBe(true);
    expect(misbehaviour.isOdd('late-events', 'cloudtrail', 'any')).toBe(false);
  });

  it('takes a share of runs, and the same ones each time', () => {
    const taken = (seed: number) => {
      const misbehaviour = new Misbehaviour();
      misbehaviour.add({
        service: 'hcp-terraform',
        kind: 'apply-errors',
        times: 1_000,
        share: 0.1,
        seed,
      });
      return Array.from({ length: 1_000 }, (_, index) => index).filter(index =>
        misbehaviour.isOdd(
          'apply-errors',
          'hcp-terraform',
          'orders-dev',
          `orders-dev/${index}`,
        ),
      );
    };
    expect(taken(1)).toEqual(taken(1));
    expect(taken(1)).not.toEqual(taken(2));
    expect(taken(1).length).toBeGreaterThan(70);
    expect(taken(1).length).toBeLessThan(130);
  });

  it('takes no rule for what a service cannot do', () => {
    const parse = (rule: object) => misbehaviourSchema.safeParse(rule);
    expect(
      parse({ service: 'sts', kind: 'empty-page' }).error?.issues[0].message,
    ).toBe('"empty-page" is for organizations and cloudtrail only');
    expect(parse({ service: 'sts', kind: 'throttle' }).data).toEqual({
      service: 'sts',
      kind: 'throttle',
      times: 1,
    });
    expect(
      parse({ service: 'sts', kind: 'throttle', share: 0.1 }).error?.issues[0]
        .message,
    ).toContain('is for run-hangs, run-errors, apply-errors');
    expect(parse({ service: 'sts', kind: 'throttle', time: 3 }).success).toBe(
      false,
    );
  });
});
