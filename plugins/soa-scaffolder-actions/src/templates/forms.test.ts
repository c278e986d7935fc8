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

describe.each(templates)('the form of %s', name => {
  const { spec } = parse(
    readFileSync(join(directory, name, 'template.yaml'), 'utf8'),
  );

  it('has whole texts', () => {
    expect(emptyIn(spec)).toEqual([]);
  });

  it('ends with what it will make', () => {
    const last = spec.parameters.at(-1);
    expect(Object.values(last.properties)).toEqual([
      expect.objectContaining({ 'ui:field': 'SoaReview' }),
    ]);
  });
});
