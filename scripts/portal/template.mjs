import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { install } from './install.mjs';
import { node22Environment } from './node22.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';
import { terraformAtHand } from './terraformAtHand.mjs';
import { withBackend } from './withBackend.mjs';

const usage =
  'Say which template, with which values, and where its files go: npm run template -- ecs-fargate-service values.yaml out';

/**
 * Runs a shipped template dry, in the real scaffolder and against a sandbox cloud
 * of its own, and leaves the files that it makes in a folder.
 */
export async function run([template, valuesFile, outDirectory]) {
  const from = process.env.INIT_CWD ?? process.cwd();
  const directory = folderOf(template, valuesFile, outDirectory);
  const values = resolve(from, valuesFile);
  const out = resolve(from, outDirectory);
  refuseMissing(values);
  refuseFull(out);
  const env = await node22Environment();
  await install(env);
  const { readTemplate } = await import('../template/readTemplate.mjs');
  // Before a minute goes by until the scaffolder says the same.
  readTemplate({ directory, valuesFile: values });
  const { dryRunTemplate } = await import('../template/dryRunTemplate.mjs');
  const { files, whole } = await withBackend(env, backendUrl =>
    dryRunTemplate({ backendUrl, directory, valuesFile: values }),
  );
  writeFiles(out, files);
  step(
    `Wrote ${Object.keys(files).length} files to ${relative(from, out) || '.'}`,
  );
  if (Object.keys(whole).every(path => !path.startsWith('infra/'))) {
    return 0;
  }
  const terraform = await terraformAtHand(env);
  if (terraform.reason) {
    step(`Terraform was not tried. ${terraform.reason}`);
    return 0;
  }
  const { checkTerraform } = await import('../template/checkTerraform.mjs');
  // Of a service that was there before, only what has changed is among the files.
  const service = temporaryFolder('template-service');
  let problems;
  try {
    writeFiles(service.path, whole);
    problems = await checkTerraform(join(service.path, 'infra'), terraform.env);
  } finally {
    service.remove();
  }
  for (const problem of problems) {
    console.log(problem);
  }
  step(
    problems.length === 0
      ? '✓ its Terraform is formatted and valid, and passes its tests'
      : '✗ its Terraform does not do',
  );
  return problems.length === 0 ? 0 : 1;
}

function writeFiles(directory, files) {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
}

function folderOf(template, ...others) {
  const templates = join(root, 'templates');
  const names = readdirSync(templates, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);
  if (!template || others.some(one => one === undefined)) {
    throw new Refusal(`${usage}. There are ${names.join(', ')}.`);
  }
  if (!names.includes(template)) {
    throw new Refusal(
      `There is no template "${template}": there are ${names.join(', ')}.`,
    );
  }
  return join(templates, template);
}

function refuseMissing(file) {
  try {
    readFileSync(file);
  } catch (error) {
    throw new Refusal(`${file} cannot be read: ${error.message}`);
  }
}

/** Files of before would be taken for the template's. */
function refuseFull(directory) {
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new Refusal(
      `${directory} is not empty: name a folder that is, or that is not there yet.`,
    );
  }
}
