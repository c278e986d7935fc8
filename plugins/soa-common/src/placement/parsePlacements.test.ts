import fc from 'fast-check';
import { arbitraryPlacements } from '../__testUtils__/arbitraryPlacement';
import { parsePlacements } from './parsePlacements';
import { placementIdentity } from './placementIdentity';

const valid = {
  environment: 'prod',
  account: '111122223333',
  region: 'us-east-1',
  runtime: 'ecs-fargate',
};

describe('parsePlacements', () => {
  it('reads what people write', () => {
    const declared = [
      valid,
      { ...valid, account: '000000000001', workspace: 'orders-prod-use1' },
      { ...valid, region: 'global', workspace: 'acme/orders-prod' },
      { ...valid, cell: 'blue' },
    ];
    expect(parsePlacements(declared)).toEqual({
      placements: declared,
      problems: [],
    });
    expect(parsePlacements([])).toEqual({ placements: [], problems: [] });
  });

  it('reads every valid list back as it is', () => {
    fc.assert(
      fc.property(arbitraryPlacements(placementIdentity), placements => {
        expect(parsePlacements(placements)).toEqual({
          placements,
          problems: [],
        });
      }),
    );
  });

  it('says something of every entry that it leaves out, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.anything({ withBigInt: true, withNullPrototype: true }),
            fc.record({
              environment: fc.anything(),
              account: fc.anything(),
              region: fc.anything(),
              runtime: fc.anything(),
            }),
            fc.constant(valid),
          ),
        ),
        entries => {
          const { placements, problems } = parsePlacements(entries);
          const atFault = new Set(
            problems.map(
              ({ path }) => /^spec\.placements\[\d+\]/.exec(path)![0],
            ),
          );
          expect(placements.length + atFault.size).toBe(entries.length);
          for (const { message } of problems) {
            expect(message).toMatch(/^\S.{5,250}$/s);
          }
        },
      ),
    );
  });

  it.each([undefined, null, 'prod', 7, {}, { length: 1 }])(
    'asks for a list instead of %j',
    value => {
      expect(parsePlacements(value, { path: 'input.placements' })).toEqual({
        placements: [],
        problems: [
          { path: 'input.placements', message: 'must be a list of placements' },
        ],
      });
    },
  );

  it.each([
    ['account', 111122223333, /^is a number: quote it/],
    ['account', '12345', /^"12345" is not valid: write the 12-digit id/],
    ['account', '111122223333\n', /is not valid: write the 12-digit id/],
    ['account', '１１１１２２２２３３３３', /12-digit id/],
    ['account', undefined, /^is missing: write the 12-digit id/],
    ['environment', 'Prod', /^"Prod" is not valid: write lower-case letters/],
    ['environment', '', /^is missing/],
    ['environment', { a: 1 }, /^what is there is not valid/],
    ['region', 'frankfurt', /^"frankfurt" is not valid: write an AWS Region/],
    ['region', null, /^is missing/],
    ['runtime', 'fargate', /write one of ecs-fargate, ecs-ec2, eks, lambda/],
    ['runtime', 'x'.repeat(999), /^"x{56}…" is not valid/],
    ['cell', '', /^must be 1 to 16 lower-case/],
    ['cell', '-a', /without a hyphen at either end/],
    ['cell', 'a'.repeat(17), /^must be 1 to 16/],
    ['workspace', 'a/b/c', /^must be the name of a workspace/],
    ['workspace', 'a'.repeat(91), /at most 90 characters/],
    ['worskpace', 'x', /^is not known: a placement has environment, account/],
  ])('says what is wrong with %s %j', (field, value, message) => {
    const { placements, problems } = parsePlacements([
      valid,
      { ...valid, cell: 'b', [field]: value },
    ]);
    expect(placements).toEqual([valid]);
    expect(problems).toEqual([
      {
        path: `spec.placements[1].${field}`,
        message: expect.stringMatching(message),
      },
    ]);
  });

  it('says all that is wrong at once', () => {
    const { problems } = parsePlacements([{ account: 1 }, 'nonsense', null]);
    expect(problems.map(({ path }) => path)).toEqual([
      'spec.placements[0].environment',
      'spec.placements[0].account',
      'spec.placements[0].region',
      'spec.placements[0].runtime',
      'spec.placements[1]',
      'spec.placements[2]',
    ]);
  });

  it("knows the organisation's environments where it is told them", () => {
    const options = { environments: ['dev', 'prod'] };
    expect(parsePlacements([valid], options).problems).toEqual([]);
    expect(
      parsePlacements([{ ...valid, environment: 'qa' }], options).problems,
    ).toEqual([
      {
        path: 'spec.placements[0].environment',
        message: '"qa" is not valid: write one of dev, prod',
      },
    ]);
  });

  it('finds a placement that is declared twice, whatever its workspace', () => {
    const { placements, problems } = parsePlacements([
      valid,
      { ...valid, cell: 'a' },
      { ...valid, workspace: 'other' },
    ]);
    expect(placements).toEqual([valid, { ...valid, cell: 'a' }]);
    expect(problems).toEqual([
      {
        path: 'spec.placements[2]',
        message:
          'is the same placement as spec.placements[0]: remove one, or tell them apart with a cell',
      },
    ]);
  });

  it('does not choke on ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      ...valid,
      account: String(index).padStart(12, '0'),
    }));
    expect(parsePlacements(many).placements).toHaveLength(10_000);
  });
});
