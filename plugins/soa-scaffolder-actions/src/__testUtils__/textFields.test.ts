import { textFields } from './textFields';

it('finds every field that text is typed into', () => {
  const text = { type: 'string' };
  const fields = textFields({
    spec: {
      parameters: [
        {
          properties: {
            name: { ...text, pattern: '^a$' },
            owner: { ...text, 'ui:field': 'OwnerPicker' },
            stages: {
              type: 'array',
              items: { properties: { environment: text } },
              'ui:field': 'SoaPlacementsPicker',
            },
            size: { ...text, enum: ['s', 'm'] },
            kind: { ...text, oneOf: [{ const: 'a' }] },
            count: { type: 'integer' },
          },
          dependencies: {
            kind: {
              oneOf: [{ properties: { kind: { enum: ['a'] }, host: text } }],
            },
          },
        },
        {
          properties: {
            variables: {
              type: 'array',
              items: { type: 'object', properties: { name: text } },
            },
            tags: { type: 'array', items: text },
            secrets: {
              type: 'object',
              propertyNames: { pattern: '^[A-Z]+$' },
              additionalProperties: { ...text, maxLength: 9 },
            },
            labels: { type: 'object', additionalProperties: text },
            closed: { type: 'object', additionalProperties: false },
          },
        },
      ],
    },
  });
  expect(fields.map(({ path }) => path.join('.'))).toEqual([
    'name',
    'host',
    'variables.0.name',
    'tags.0',
    'secrets.* (name)',
    'secrets.*',
    'labels.* (name)',
    'labels.*',
  ]);
  expect(fields.slice(-4).map(({ schemas }) => schemas)).toEqual([
    [{ pattern: '^[A-Z]+$' }],
    [{ ...text, maxLength: 9 }],
    [{}],
    [text],
  ]);
});
