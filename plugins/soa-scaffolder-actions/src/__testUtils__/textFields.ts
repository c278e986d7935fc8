type Schema = Record<string, any>;

/** A parameter, or a part of one, that people type text into. */
export interface TextField {
  /** From the values' root; `0` stands for every item of a list, `*` for every value that people name. */
  path: string[];
  /** What is asked of it, in each of the branches that bring it. */
  schemas: Array<{ pattern?: string; minLength?: number; maxLength?: number }>;
}

/** All text fields of a template's form, those that others bring included. */
export function textFields(template: Schema): TextField[] {
  const found = template.spec.parameters.flatMap((page: Schema) =>
    fieldsOf(page, []),
  );
  const byPath = new Map<string, TextField>();
  for (const { path, schemas } of found as TextField[]) {
    const key = path.join('.');
    const known = byPath.get(key)?.schemas ?? [];
    byPath.set(key, { path, schemas: [...known, ...schemas] });
  }
  return [...byPath.values()];
}

function fieldsOf(schema: Schema, path: string[]): TextField[] {
  const branches = ['oneOf', 'anyOf', 'allOf'].flatMap(
    key => (schema[key] ?? []) as Schema[],
  );
  const dependencies = Object.values<Schema>(schema.dependencies ?? {});
  const inside = [
    ...Object.entries<Schema>(schema.properties ?? {}).flatMap(
      ([key, property]) => fieldsOf(property, [...path, key]),
    ),
    ...(schema.items ? fieldsOf(schema.items, [...path, '0']) : []),
    ...(schema.additionalProperties
      ? fieldsOf(schema.additionalProperties, [...path, '*'])
      : []),
    ...[...branches, ...dependencies, schema.then, schema.else]
      .filter(one => one && !Array.isArray(one))
      .flatMap(one => fieldsOf(one, path)),
  ];
  const isChoice =
    schema.enum || schema.const !== undefined || branches.length > 0;
  const isText = schema.type === 'string' && !isChoice && !schema['ui:field'];
  return schema['ui:field'] && schema.type !== 'string'
    ? []
    : [...inside, ...(isText ? [{ path, schemas: [schema] }] : [])];
}
