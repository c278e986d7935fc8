import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readValues } from './readValues.mjs';
import { readTemplate } from './readTemplate.mjs';
import { Scaffolder } from './Scaffolder.mjs';
import { TemplateError } from './TemplateError.mjs';

const PAUSE_MS = 500;

/** By backend and service: several templates are about the same one. */
const made = new Map();

/**
 * Makes the services that the examples of a template are about, if there are any: what
 * `examples/service.yaml` says, a template and its values, or a list of `services`.
 *
 * @returns the files of the last by their path, or `undefined` if the template makes
 * its own
 */
export async function makeService({ backendUrl, directory }) {
  const file = join(directory, 'examples', 'service.yaml');
  if (!existsSync(file)) {
    return undefined;
  }
  let files;
  const values = readValues(file);
  for (const wanted of values.services ?? [values]) {
    const key = JSON.stringify([backendUrl, wanted]);
    if (!made.has(key)) {
      made.set(key, make(wanted, { backendUrl, directory, file }));
    }
    files = await made.get(key);
  }
  return files;
}

async function make({ template, values }, { backendUrl, directory, file }) {
  const scaffolder = new Scaffolder(backendUrl);
  const folder = join(dirname(directory), template);
  const { source } = readTemplate({ directory: folder, values });
  const { files } = await scaffolder.dryRun(source, folder, values);
  const task = await scaffolder.start(`template:default/${template}`, values);
  while (task.isRunning) {
    await sleep(PAUSE_MS);
    await scaffolder.follow(task);
  }
  if (task.status !== 'completed') {
    throw new TemplateError(
      file,
      `the service could not be made by ${template}: ${task.log.join('\n')}`,
    );
  }
  return files;
}
