import { runBrowserTests } from './browser.mjs';
import { hold } from './hold.mjs';
import { install } from './install.mjs';
import { runJest } from './jest.mjs';
import { checkModules } from './modules.mjs';
import { startMoto } from './moto.mjs';
import { node22Environment } from './node22.mjs';
import { withPostgres } from './postgres.mjs';
import { findChromium, findMotoPython } from './programsAtHand.mjs';
import { step } from './progress.mjs';
import { checkSources } from './sources.mjs';
import { stage } from './stage.mjs';
import { Tally } from './tally.mjs';
import { checkTemplates } from './templates.mjs';
import { terraformAtHand } from './terraformAtHand.mjs';

/** Every check of the project but the thorough ones. */
export async function run() {
  hold('tests');
  const env = await node22Environment();
  await install(env);
  const tally = new Tally();
  await stage(tally, 'checks of the sources', () => checkSources(tally, env));

  const terraform = await stage(tally, 'Terraform', () =>
    findTerraform(tally, env),
  );
  if (terraform) {
    await stage(tally, 'Terraform modules', () =>
      checkModules(tally, terraform),
    );
    await stage(tally, 'templates', () =>
      checkTemplates(tally, { env, terraform }),
    );
  }
  await stage(tally, 'unit, integration and contract tests', () =>
    runTests(tally, { ...env, ...terraform }),
  );

  const chromium = findChromium();
  if (chromium) {
    step('Browser tests');
    await stage(tally, 'browser tests', () =>
      runBrowserTests(tally, { env, chromium }),
    );
  } else {
    tally.couldNotRun(
      'the browser tests',
      'Install Chromium (on Debian: apt-get install chromium), or name it in SOA_CHROMIUM.',
    );
  }
  return tally.close();
}

async function findTerraform(tally, env) {
  const { env: terraform, reason } = await terraformAtHand(env);
  if (reason) {
    tally.couldNotRun('the Terraform checks', reason);
  }
  return terraform;
}

/** Unit, integration and contract tests. */
async function runTests(tally, env) {
  if (!env.SOA_HCP_TERRAFORM_OPENAPI) {
    tally.couldNotRun(
      "the checks against HashiCorp's API specification",
      'Download https://app.terraform.io/openapi/stable.json and name the file in SOA_HCP_TERRAFORM_OPENAPI.',
    );
  }
  await withPostgres(tally, postgres =>
    withMoto(tally, env, moto => {
      step('Unit, integration and contract tests');
      return runJest(tally, ['--testPathIgnorePatterns', 'thorough'], {
        ...env,
        ...postgres,
        ...moto,
      });
    }),
  );
}

async function withMoto(tally, env, body) {
  const python = findMotoPython();
  if (!python) {
    tally.couldNotRun(
      'the contract tests on moto',
      "Install moto's server (pip install 'moto[server]==5.2.1') and name its Python in SOA_MOTO_PYTHON.",
    );
  }
  const moto =
    python && (await stage(tally, 'moto', () => startMoto(python, env)));
  try {
    await body(moto && { SOA_MOTO_ENDPOINT: moto.url });
  } finally {
    await moto?.stop();
  }
}
