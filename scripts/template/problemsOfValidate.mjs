import { runProgram } from '../portal/check.mjs';
import { unfamiliarValues } from './unfamiliarValues.mjs';

/** What `terraform validate` has against a module, warnings among it. */
export async function problemsOfValidate({ env, cwd }) {
  const { output } = await runProgram('terraform', ['validate', '-json'], {
    env,
    cwd,
    quiet: true,
  });
  return JSON.parse(output)
    .diagnostics.filter(diagnostic => !unfamiliarValues.allow(diagnostic))
    .map(
      ({ severity, summary, detail, range }) =>
        `terraform validate: ${severity} in ${range?.filename ?? '?'}:${
          range?.start.line ?? '?'
        }: ${summary}. ${detail ?? ''}`,
    );
}
