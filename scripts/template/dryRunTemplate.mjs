import { readTemplate } from './readTemplate.mjs';
import { Scaffolder } from './Scaffolder.mjs';

/**
 * Runs the template of a folder dry, with the values of a file.
 *
 * @throws TemplateError, or Refusal of the values
 */
export async function dryRunTemplate({ backendUrl, directory, valuesFile }) {
  const { source, values } = readTemplate({ directory, valuesFile });
  return new Scaffolder(backendUrl).dryRun(source, directory, values);
}
