import { planSchema } from './planSchema';

/** What is wrong with a stage of prod. */
const problemsOf = (stage: object, defaults?: object) => {
  const { error } = planSchema.safeParse({
    ...(defaults && { defaults }),
    stages: [{ environment: 'prod', ...stage }],
  });
  return (error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
};

describe('planSchema', () => {
  it('takes all that can be said', () => {
    expect(
      problemsOf(
        {
          waves: [
            { name: 'canary', count: '10%', account: '111122223333' },
            { region: 'us-east-1', runtime: 'ecs-fargate', cell: 'c1' },
          ],
          maxConcurrent: '50%',
          failureTolerance: 0,
          bake: 'PT30M',
          checks: [
            { type: 'health', url: 'https://orders.example/health' },
            {
              type: 'health',
              output: 'url',
              path: '/health',
              expectStatus: 204,
            },
            {
              type: 'cloudwatch-alarm',
              alarm: 'errors',
              account: '111122223333',
              region: 'us-east-1',
            },
            { type: 'webhook', name: 'smoke-1.0' },
          ],
          approval: { group: 'group:default/team', notInitiator: false },
          onFailure: 'destroy-if-new',
        },
        { regionConcurrency: 'sequential', regionOrder: ['us-east-1'] },
      ),
    ).toEqual([]);
    expect(planSchema.parse({})).toEqual({});
  });

  it.each([
    [{ environment: '' }, /^stages\.0\.environment/],
    [{ maxConcurent: 1 }, /^stages\.0: .*maxConcurent/],
    [{ waves: [] }, /^stages\.0\.waves/],
    [{ waves: [{ zone: 'a' }] }, /^stages\.0\.waves\.0: .*zone/],
    [
      { waves: [{ account: 111122223333 }] },
      /waves\.0\.account: must be the quoted/,
    ],
    [{ waves: [{ account: '1' }] }, /waves\.0\.account: must be the 12-digit/],
    [{ waves: [{ runtime: 'cobol' }] }, /waves\.0\.runtime/],
    [
      { waves: [{ count: 0 }] },
      /waves\.0\.count: must be a whole number from 1/,
    ],
    [{ waves: [{ count: '101%' }] }, /waves\.0\.count/],
    [{ waves: [{ count: '05%' }] }, /waves\.0\.count/],
    [{ maxConcurrent: 0 }, /^stages\.0\.maxConcurrent: .* from 1 on/],
    [{ maxConcurrent: 1.5 }, /^stages\.0\.maxConcurrent/],
    [{ failureTolerance: -1 }, /^stages\.0\.failureTolerance: .* from 0 on/],
    [{ bake: 'long' }, /^stages\.0\.bake: must be a duration/],
    [{ bake: 'P31D' }, /^stages\.0\.bake: .* at most 30 days/],
    [
      { approval: { group: 'team' } },
      /^stages\.0\.approval\.group: .*reference/,
    ],
    [{ approval: { group: 'user:default/me' } }, /approval\.group/],
    [{ onFailure: 'pray' }, /^stages\.0\.onFailure/],
    [{ checks: [{ type: 'magic' }] }, /^stages\.0\.checks\.0\.type/],
    [{ checks: [{ type: 'health' }] }, /checks\.0: needs either url, or/],
    [
      { checks: [{ type: 'health', url: 'https://a.b', output: 'url' }] },
      /checks\.0: needs either url, or/,
    ],
    [
      { checks: [{ type: 'health', url: 'file:///etc/passwd' }] },
      /checks\.0\.url/,
    ],
    [
      { checks: [{ type: 'health', output: 'o', path: 'h' }] },
      /checks\.0\.path/,
    ],
    [{ checks: [{ type: 'cloudwatch-alarm' }] }, /checks\.0\.alarm/],
    [
      { checks: [{ type: 'webhook', name: 'a b' }] },
      /checks\.0\.name: must be a word/,
    ],
    [
      { waves: [{ count: 1 }], regionConcurrency: 'parallel' },
      /regionConcurrency: cannot be said beside waves/,
    ],
    [{ regionOrder: ['a'] }, /regionOrder: means something with/],
    [
      { regionOrder: ['a'], regionConcurrency: 'parallel' },
      /regionOrder: means something with/,
    ],
  ])('refuses %j, and names the path', (stage, problem) => {
    const problems = problemsOf(stage);
    expect(problems).toEqual([expect.stringMatching(problem)]);
  });

  it('holds the defaults to the same', () => {
    expect(problemsOf({}, { maxConcurrent: 0 })).toEqual([
      expect.stringMatching(/^defaults\.maxConcurrent/),
    ]);
    expect(planSchema.safeParse({ waves: [] }).success).toBe(false);
  });
});
