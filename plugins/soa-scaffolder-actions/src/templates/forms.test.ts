import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const directory = resolve(__dirname, '../../../../templates');

const templates = readdirSync(directory).filter(name =>
  existsSync(join(directory, name, 'template.yaml')),
);

/** Where a document holds nothing: YAML cuts a text in braces at its commas. */
function emptyIn(value: unknown, path = ''): string[] {
  if (value === null) {
    return [path];
  }
  return typeof value === 'object'
    ? Object.entries(value as object).flatMap(([key, one]) =>
        emptyIn(one, `${path}/${key}`),
      )
    : [];
}

/** Lines whose text ends before they do: YAML takes the rest for a comment. */
function cutIn(text: string): string[] {
  return text.split('\n').filter(line => /^\s*[\w:-]+: [^'">|].* #/.test(line));
}

interface Schema {
  type?: string;
  title?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  oneOf?: Schema[];
  dependencies?: Record<string, Schema>;
  'ui:field'?: string;
  'ui:widget'?: string;
  'ui:order'?: string[];
}

/** The schemas within one that a form makes fields of, itself first. */
function fieldsIn(schema: Schema): Schema[] {
  // A field of its own kind makes nothing of them.
  const within = schema['ui:field']
    ? []
    : [
        ...Object.values(schema.properties ?? {}),
        ...Object.values(schema.dependencies ?? {}).flatMap(
          ({ oneOf, ...one }) => oneOf ?? [one],
        ),
        ...(schema.items ? [schema.items] : []),
      ];
  return [schema, ...within.flatMap(fieldsIn)];
}

/** What a form shows for some values only, by the choice on which it depends. */
function dependentIn({ dependencies = {} }: Schema): Array<[string, string]> {
  return Object.entries(dependencies).flatMap(
    ([choice, { oneOf, ...dependent }]) =>
      (oneOf ?? [dependent]).flatMap(branch => [
        ...Object.keys(branch.properties ?? {})
          .filter(parameter => parameter !== choice)
          // What has a heading would take in what comes after it.
          .filter(parameter => branch.properties?.[parameter].type !== 'object')
          .map((parameter): [string, string] => [choice, parameter]),
        ...dependentIn(branch),
      ]),
  );
}

/** The parameters of a page from top to bottom, with all that it can show. */
function orderOf(page: Schema): string[] {
  const all = [
    ...new Set([
      ...Object.keys(page.properties ?? {}),
      ...dependentIn(page).map(([, parameter]) => parameter),
    ]),
  ];
  const order = page['ui:order'] ?? ['*'];
  const others = all.filter(parameter => !order.includes(parameter));
  return order.flatMap(one => (one === '*' ? others : [one]));
}

describe.each(templates)('the form of %s', name => {
  const text = readFileSync(join(directory, name, 'template.yaml'), 'utf8');
  const { spec } = parse(text);

  it('has whole texts', () => {
    expect(emptyIn(spec)).toEqual([]);
    expect(cutIn(text)).toEqual([]);
  });

  it('ends with what it will make', () => {
    const last = spec.parameters.at(-1);
    expect(Object.values(last.properties)).toEqual([
      expect.objectContaining({ 'ui:field': 'SoaReview' }),
    ]);
  });

  it('names the entries of its lists', () => {
    const lists = (spec.parameters as Schema[])
      .flatMap(fieldsIn)
      // Where a list depends on a choice, a branch may say only what differs.
      .filter(({ type }) => type === 'array')
      .filter(list => !list['ui:field'] && !list['ui:widget']);
    expect(lists.filter(({ items }) => !items?.title)).toEqual([]);
  });

  it('makes no choice of what a value has to have', () => {
    const choices = (spec.parameters as Schema[])
      .flatMap(fieldsIn)
      .flatMap(({ oneOf }) => oneOf ?? []);
    expect(choices.filter(choice => !('const' in choice))).toEqual([]);
  });

  it.each(
    (spec.parameters as Array<Schema & { title: string }>).map(
      page => [page.title, page] as const,
    ),
  )('asks under "%s" for what depends on a choice after it', (_, page) => {
    const order = orderOf(page);
    const always = Object.keys(page.properties ?? {});
    const strays = dependentIn(page).filter(([choice, parameter]) => {
      const from = order.indexOf(choice);
      const to = order.indexOf(parameter);
      return (
        !always.includes(parameter) &&
        (to < from ||
          order.slice(from + 1, to).some(between => always.includes(between)))
      );
    });
    expect(strays).toEqual([]);
  });
});
