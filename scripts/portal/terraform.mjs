import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { initTerraform } from './initTerraform.mjs';
import { installOfflineProviders } from './offlineProviders.mjs';
import { cacheDirectory, root } from './paths.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

const modules = join(root, 'terraform', 'modules');

/**
 * The environment in which Terraform finds its providers: those of the folder
 * that `SOA_TERRAFORM_OFFLINE` names (it holds an `install.js`), else those of
 * the registry.
 */
export function terraformEnvironment(env) {
  const offline = process.env.SOA_TERRAFORM_OFFLINE;
  const common = {
    ...env,
    TF_IN_AUTOMATION: '1',
    CHECKPOINT_DISABLE: '1',
    SOA_TERRAFORM_CHECKS: '1',
  };
  if (!offline) {
    const plugins = join(cacheDirectory, 'terraform-plugins');
    mkdirSync(plugins, { recursive: true });
    return {
      ...common,
      TF_PLUGIN_CACHE_DIR: plugins,
      // Modules have no lock file, without which Terraform fetches a provider
      // again, and writes it over the one that other modules are tried with.
      TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: '1',
    };
  }
  const mirror = join(cacheDirectory, 'terraform-offline');
  installOfflineProviders(offline, mirror, env);
  return { ...common, TF_CLI_CONFIG_FILE: join(mirror, 'terraformrc') };
}

/** Whether `terraform init` finds the AWS provider. */
export async function canInitTerraform(env) {
  const first = moduleNames()[0];
  if (!first) {
    return true;
  }
  const copy = copyOf(first);
  const { code } = await initTerraform({ env, cwd: copy.path });
  copy.remove();
  return code === 0;
}

/** The names of the shipped modules. */
export function moduleNames() {
  return existsSync(modules)
    ? readdirSync(modules, { withFileTypes: true })
        .filter(entry => entry.isDirectory())
        .map(entry => entry.name)
    : [];
}

/** A copy of a module, to be tried, so that nothing is left in the work tree. */
export function copyOf(name) {
  const copy = temporaryFolder(`module-${name}`);
  cpSync(join(modules, name), copy.path, { recursive: true });
  return copy;
}
