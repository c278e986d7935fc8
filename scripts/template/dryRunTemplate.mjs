import { makeService } from './makeService.mjs';
import { readTemplate } from './readTemplate.mjs';
import { Scaffolder } from './Scaffolder.mjs';

/**
 * Runs the template of a folder dry, with the values of a file. The service that it
 * is about is made before that, if it is about one that is there.
 *
 * @returns beside what it says, the whole files of that service, as they would be
 * @throws TemplateError, or Refusal of the values
 */
export async function dryRunTemplate({ backendUrl, directory, valuesFile }) {
  const { source, values } = readTemplate({ directory, valuesFile });
  const before = await makeService({ backendUrl, directory });
  const run = await new Scaffolder(backendUrl).dryRun(
    source,
    directory,
    values,
  );
  return { ...run, whole: { ...before, ...run.files } };
}
