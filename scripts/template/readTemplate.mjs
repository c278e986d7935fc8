import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../portal/paths.mjs';
import { readValues } from './readValues.mjs';
import { refuseInvalid } from './refuseInvalid.mjs';
import { TemplateSource } from './TemplateSource.mjs';

/**
 * The template of a folder, and values that its form takes: all that can be told
 * without a scaffolder.
 *
 * @param options - `valuesFile`, or the `values` themselves
 * @throws TemplateError, or Refusal of the values
 */
export function readTemplate({ directory, valuesFile, values: given }) {
  const file = join(directory, 'template.yaml');
  const source = new TemplateSource(
    relative(root, file),
    readFileSync(file, 'utf8'),
  );
  const values = given ?? readValues(valuesFile);
  refuseInvalid(source, values);
  return { source, values };
}
