import type { Placement } from '@backstage-soa/plugin-soa-common';
import fc from 'fast-check';
import { parse, parseDocument, stringify } from 'yaml';
import { withPlacements } from './withPlacements';

const use1: Placement = {
  environment: 'prod',
  account: '000022223333',
  region: 'us-east-1',
  runtime: 'lambda',
  workspace: 'acme/orders-prod-use1',
};
const euw1: Placement = {
  ...use1,
  region: 'eu-west-1',
  workspace: 'acme/orders-prod-euw1',
};
const head = `# Ours
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: "orders",   description: 'a:  b' } # odd
spec:
  type: service
`;

const add = (placements: string, tail = '') =>
  withPlacements(`${head}${placements}${tail}`, 'orders', [euw1]).slice(
    head.length,
  );

describe('withPlacements', () => {
  it('adds to what a template has written', () => {
    expect(add(`  placements: ${JSON.stringify([use1])}\n`)).toBe(
      `  placements: ${JSON.stringify([use1]).slice(
        0,
        -1,
      )}, {environment: "prod", account: "000022223333", region: "eu-west-1", runtime: "lambda", workspace: "acme/orders-prod-euw1"}]\n`,
    );
  });

  it('adds to a list of blocks, and keeps comments and what follows', () => {
    const before = `  placements:
    # The first
    - environment: prod
      account: "000022223333" # quoted
      region: us-east-1
      runtime: lambda
      workspace: acme/orders-prod-use1 # the last

    # About the owner
  owner:   team-shop
`;
    expect(add(before)).toBe(
      before.replace(
        '# the last\n',
        `# the last
    - environment: prod
      account: "000022223333"
      region: eu-west-1
      runtime: lambda
      workspace: acme/orders-prod-euw1
`,
      ),
    );
  });

  it('adds as the entries before it are written', () => {
    expect(
      add(
        `  placements:\r\n  -   {environment: dev, account: '1', region: x, runtime: y}\r\n`,
      ),
    ).toContain(
      `  -   { environment: prod, account: "000022223333", region: eu-west-1, runtime: lambda, workspace: acme/orders-prod-euw1 }\r\n`,
    );
    expect(add(`  placements: [\n    {a: 1},\n    {b: 2},\n  ]\n`)).toMatch(
      /\n {4}\{b: 2\},\n {4}\{environment: .*\},\n {2}\]\n$/,
    );
    expect(add('  placements: []\n')).toMatch(/placements: \[\{env.*\}\]\n/);
    expect(add('  placements: [{a: 1}]')).toMatch(/\[\{a: 1\}, \{env.*\}\]$/);
    expect(add('  placements:\n    - a: 1')).toMatch(/- a: 1\n {4}- env/);
  });

  it('changes the component, and not what is beside it', () => {
    const other = `---\n${head.replace('orders', 'other')}  placements: []\n`;
    const text = `${other}---\n${head}  placements: []\n${other}`;
    const changed = withPlacements(text, 'orders', [euw1]);
    expect(changed).toContain(`${other}---\n${head}  placements: [{`);
    expect(changed.endsWith(`}]\n${other}`)).toBe(true);
  });

  it('keeps every byte of what people have written, whatever it is', () => {
    const scalar = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }),
      fc.integer(),
      fc.boolean(),
    );
    const options = fc.record({
      indent: fc.integer({ min: 1, max: 6 }),
      indentSeq: fc.boolean(),
      collectionStyle: fc.constantFrom('any', 'flow', 'block'),
    });
    const emptyBlock = {
      indent: 2,
      indentSeq: false,
      collectionStyle: 'block' as const,
    };
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'c'), scalar), {
          maxLength: 3,
        }),
        fc.dictionary(fc.constantFrom('x', 'y'), scalar),
        options,
        (placements, others, style) => {
          const text = stringify(
            {
              kind: 'Component',
              metadata: { name: 'orders' },
              spec: { placements, others },
            },
            style as object,
          );
          // An empty list is written where YAML allows none, in some styles.
          fc.pre(parseDocument(text).errors.length === 0);
          const changed = withPlacements(text, 'orders', [euw1]);
          expect(parse(changed).spec.placements).toEqual([...placements, euw1]);
          let from = 0;
          while (from < text.length && text[from] === changed[from]) {
            from += 1;
          }
          expect(changed.slice(changed.length - text.length + from)).toBe(
            text.slice(from),
          );
          expect(parse(changed).spec.others).toEqual(parse(text).spec.others);
        },
      ),
      {
        examples: [
          [[], {}, emptyBlock],
          [[], {}, { ...emptyBlock, indentSeq: true }],
        ],
      },
    );
  });

  it.each([
    ['no list', '  placements: 1\n', /no list that can be added to/],
    ['nothing', '', /no list that can be added to/],
    ['no YAML', '  a: [\n', /no component orders in it, or it is no YAML/],
    ['an alias', '  x: &x []\n  placements: *x\n', /no list/],
  ])('says so where there is %s', (_, text, message) => {
    expect(() => add(text)).toThrow(message);
  });
});
