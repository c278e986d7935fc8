/** How much the schema of a list of places lets people choose. */
export function limitsOf(schema: object): {
  mostStages: number;
  mostRegions: number;
} {
  return {
    mostStages: maxItemsOf(schema),
    mostRegions: maxItemsOf(
      propertyOf(
        propertyOf(propertyOf(schema, 'items'), 'properties'),
        'regions',
      ),
    ),
  };
}

function maxItemsOf(schema: unknown): number {
  const most = propertyOf(schema, 'maxItems');
  return typeof most === 'number' ? most : Infinity;
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
