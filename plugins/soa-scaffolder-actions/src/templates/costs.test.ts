import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const directory = resolve(__dirname, '../../../../templates');

const templates = readdirSync(directory).filter(name =>
  existsSync(join(directory, name, 'template.yaml')),
);

interface Field {
  description?: string;
  enum?: unknown[];
  enumNames?: string[];
  items?: Branch;
  oneOf?: Array<{ title?: string }>;
}

interface Branch {
  properties?: Record<string, Field>;
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
  // What is always shown may have other limits with some values.
  if (pages.some(({ properties = {} }) => properties[parameter])) {
    return undefined;
  }
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

/** All that a form can ask for, with what it says of it. */
function fieldsIn({ properties = {}, dependencies = {} }: Branch): Array<{
  parameter: string;
  says: string;
}> {
  return [
    ...Object.entries(properties).flatMap(([parameter, field]) => [
      {
        parameter,
        says: [
          field.description,
          ...(field.enumNames ?? []),
          ...(field.oneOf ?? []).map(({ title }) => title),
        ].join(' '),
      },
      ...fieldsIn(field.items ?? {}),
    ]),
    ...Object.values(dependencies).flatMap(({ oneOf, ...branch }) =>
      (oneOf ?? [branch]).flatMap(fieldsIn),
    ),
  ];
}

/** What costs something by its own words, and is not in the review by itself. */
const TOLD_OTHERWISE: Record<string, Record<string, string>> = {
  'ecs-ec2-service': {
    alarmNotifications: 'the load balancer brings the alarms',
    architecture: 'it saves money',
    desiredCount: 'the instances are paid for, and not the tasks on them',
    spotPercentage: 'it saves money',
  },
  'ecs-fargate-service': {
    alarmNotifications: 'the load balancer brings the alarms',
    architecture: 'it saves money',
    minTasks: 'the most tasks are told, and how many it starts with',
    spotPercentage: 'it saves money',
  },
  'eks-service': { cpu: 'the pods are told, and what each costs' },
  'lambda-service': { architecture: 'it saves money' },
  'organization-trail': { excludedManagementSources: 'it saves money' },
  'runtime-platform': {
    joinServiceNetwork: 'services that are offered on it cost, and say so',
  },
};

it.each(templates)('tells every cost that the form of %s speaks of', name => {
  const { spec } = parse(
    readFileSync(join(directory, name, 'template.yaml'), 'utf8'),
  );
  const { review } = spec.parameters.at(-1).properties;
  const told: string[] = review['ui:options'].costs.map(
    ({ parameter }: { parameter: string }) => parameter,
  );
  const costly = (spec.parameters as Branch[])
    .flatMap(fieldsIn)
    .filter(({ says }) => /\b(costs?|paid|price|money|dearer)\b/i.test(says))
    .map(({ parameter }) => parameter);
  expect(
    [...new Set(costly)].filter(parameter => !told.includes(parameter)).sort(),
  ).toEqual(Object.keys(TOLD_OTHERWISE[name] ?? {}).sort());
});

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
