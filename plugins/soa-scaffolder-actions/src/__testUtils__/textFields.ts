type Schema = Record<string, any>;

/** A parameter, or a part of one, that people type text into. */
export interface TextField {
  /**
   * From the values' root; {@link ANY_ITEM} stands for every item of a list,
   * {@link ANY_VALUE} for every value of a map, {@link ANY_NAME} for its name.
   */
  path: string[];
  /** What is asked of it, in each of the branches that bring it. */
  schemas: Array<{ pattern?: string; minLength?: number; maxLength?: number }>;
}

export const ANY_ITEM = '0';
export const ANY_VALUE = '*';
export const ANY_NAME = '* (name)';

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
    ...(schema.items ? fieldsOf(schema.items, [...path, ANY_ITEM]) : []),
    ...mapFieldsOf(schema, path),
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

/** A map that people make entries of. */
function mapFieldsOf(schema: Schema, path: string[]): TextField[] {
  const { additionalProperties, propertyNames } = schema;
  return typeof additionalProperties === 'object'
    ? [
        { path: [...path, ANY_NAME], schemas: [propertyNames ?? {}] },
        ...fieldsOf(additionalProperties, [...path, ANY_VALUE]),
      ]
    : [];
}
