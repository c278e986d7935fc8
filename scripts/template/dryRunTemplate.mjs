import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { root } from '../portal/paths.mjs';
import { Scaffolder } from './Scaffolder.mjs';
import { TemplateSource } from './TemplateSource.mjs';

/**
 * Runs the template of a folder dry, with the values of a file.
 *
 * @throws TemplateError
 */
export async function dryRunTemplate({ backendUrl, directory, valuesFile }) {
  const file = join(directory, 'template.yaml');
  const source = new TemplateSource(
    relative(root, file),
    readFileSync(file, 'utf8'),
  );
  return new Scaffolder(backendUrl).dryRun(
    source,
    directory,
    parse(readFileSync(valuesFile, 'utf8')),
  );
}
