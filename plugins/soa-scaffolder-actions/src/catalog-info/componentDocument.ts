import { parseAllDocuments } from 'yaml';
import type { Document, ParsedNode } from 'yaml';

/**
 * The component's document in the text of a `catalog-info.yaml`, which may hold more
 * entities. Offsets in it are those of the whole text.
 *
 * @returns `undefined` if it holds no such component, or is no YAML
 */
export function componentDocument(
  text: string,
  name: string,
): Document.Parsed<ParsedNode> | undefined {
  const documents = parseAllDocuments(text);
  return Array.isArray(documents)
    ? documents.find(
        document =>
          document.errors.length === 0 &&
          lower(document.getIn(['kind'])) === 'component' &&
          lower(document.getIn(['metadata', 'name'])) ===
            name.toLocaleLowerCase('en-US'),
      )
    : undefined;
}

function lower(value: unknown): string {
  return String(value ?? '').toLocaleLowerCase('en-US');
}
