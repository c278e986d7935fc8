import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const directory = resolve(__dirname, '../../../../templates');

const templates = readdirSync(directory).filter(name =>
  existsSync(join(directory, name, 'template.yaml')),
);

interface Branch {
  properties?: Record<string, { enum?: unknown[] }>;
  dependencies?: Record<string, { oneOf?: Branch[] }>;
}

type Conditions = Record<string, unknown[]>;

/** The parameters that a form shows with some values of others only. */
function shownWith(
  { dependencies = {} }: Branch,
  outer: Conditions = {},
): Array<{ parameter: string; conditions: Conditions }> {
  return Object.entries(dependencies).flatMap(([controlling, { oneOf = [] }]) =>
    oneOf.flatMap(branch => {
      const { [controlling]: control, ...shown } = branch.properties ?? {};
      const conditions = { ...outer, [controlling]: control?.enum ?? [] };
      return [
        ...Object.keys(shown).map(parameter => ({ parameter, conditions })),
        ...shownWith(branch, conditions),
      ];
    }),
  );
}

/** With which values of which others a form shows a parameter; `undefined`: with all. */
function conditionsOf(
  pages: readonly Branch[],
  parameter: string,
): Conditions | undefined {
  const all = pages
    .flatMap(page => shownWith(page))
    .filter(one => one.parameter === parameter)
    .flatMap(({ conditions }) => Object.entries(conditions));
  return all.length > 0
    ? all.reduce<Conditions>(
        (known, [key, values]) => ({
          ...known,
          [key]: [...new Set([...(known[key] ?? []), ...values])],
        }),
        {},
      )
    : undefined;
}

it.each(templates)(
  'tells no cost of what the form of %s does not show',
  name => {
    const { spec } = parse(
      readFileSync(join(directory, name, 'template.yaml'), 'utf8'),
    );
    const { review } = spec.parameters.at(-1).properties;
    const costs: Array<{ parameter: string; when?: Conditions }> =
      review['ui:options'].costs;
    expect(costs.map(({ parameter, when }) => [parameter, when])).toEqual(
      costs.map(({ parameter }) => [
        parameter,
        conditionsOf(spec.parameters, parameter),
      ]),
    );
  },
);
