import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { eachAtOnce } from './eachAtOnce.mjs';
import { passes } from './passes.mjs';
import { root } from './paths.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';
import { withBackend } from './withBackend.mjs';

const templates = join(root, 'templates');

/** With how little a template is content, and with how much: each shows both. */
const LEAST_AND_MOST = ['smallest', 'fullest'];

/** The service that is made first, for what changes one. */
const SERVICE = 'service';

/**
 * Every shipped template, with each of its examples, in the real scaffolder against a
 * sandbox cloud; and its Terraform in real Terraform.
 */
export async function checkTemplates(tally, { env, terraform }) {
  const { checkTerraform } = await import('../template/checkTerraform.mjs');
  const { dryRunTemplate } = await import('../template/dryRunTemplate.mjs');
  const made = await withBackend(env, async backendUrl => {
    const results = [];
    for (const { name, example, file } of wanted()) {
      results.push({
        what: `template ${name}, ${example}`,
        result: existsSync(file)
          ? await dryRunTemplate({
              backendUrl,
              directory: join(templates, name),
              valuesFile: file,
            }).catch(error => error)
          : new Error(`${file} is missing`),
      });
    }
    return results;
  });
  await eachAtOnce(made, 'templates', async ({ what, result }) =>
    passes(
      tally,
      what,
      result instanceof Error
        ? [result.message]
        : await problemsOf(result.whole, name =>
            checkTerraform(name, terraform),
          ),
    ),
  );
}

/** Those that change a service last: it is made first, and would be in others' way. */
function wanted() {
  return readdirSync(templates, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .sort((a, b) => changesService(a) - changesService(b))
    .flatMap(({ name }) =>
      examplesOf(name).map(example => ({
        name,
        example,
        file: join(templates, name, 'examples', `${example}.yaml`),
      })),
    );
}

function examplesOf(name) {
  const others = readdirSync(join(templates, name, 'examples'))
    .map(file => parse(file).name)
    .filter(example => ![...LEAST_AND_MOST, SERVICE].includes(example));
  return [...LEAST_AND_MOST, ...others];
}

function changesService({ name }) {
  return Number(
    existsSync(join(templates, name, 'examples', `${SERVICE}.yaml`)),
  );
}

async function problemsOf(files, check) {
  const folder = temporaryFolder('template-files');
  try {
    for (const [path, content] of Object.entries(files)) {
      const file = join(folder.path, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return await check(join(folder.path, 'infra'));
  } finally {
    folder.remove();
  }
}
