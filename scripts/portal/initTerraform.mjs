import { runProgram } from './check.mjs';

let last = Promise.resolve();

/**
 * `terraform init` of a root module, one after the other: its cache of providers
 * does not bear two at a time.
 *
 * @returns the exit code and what Terraform has said
 */
export function initTerraform(options) {
  last = last.then(() =>
    runProgram(
      'terraform',
      ['init', '-backend=false', '-input=false', '-no-color'],
      { ...options, quiet: true },
    ),
  );
  return last;
}
