import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyModule, terraformIn } from '../terraformIn';

/** What runs of a module's own tests make in one workspace. */
export interface Planned {
  /** Named by `service` and `key` of the runs. */
  workspace: string;
  resources: Array<{
    type: string;
    /** As far as they are texts, known before the apply. */
    values: Record<string, string>;
    /** Of a role: the services that may take it on. */
    trusts: string[];
  }>;
}

/**
 * What a module makes, by some of the runs of its own tests, which know what
 * it finds in AWS, and one more with these variables.
 */
export async function plannedBy(
  module: string,
  { runs, variables }: { runs: readonly string[]; variables?: string },
  directory: string,
): Promise<Planned[]> {
  await copyModule(module, directory);
  const workspaces = await keepRuns(join(directory, 'tests'), runs, variables);
  const terraform = terraformIn(directory);
  await terraform('init', '-backend=false', '-input=false');
  // As text, for as JSON each plan brings the provider's whole schema with it.
  const output = await terraform('test', '-verbose', '-no-color');
  const made = new Map<string, Planned['resources']>();
  for (const text of output.split(/^ +run "(?=\w+"\.\.\. pass$)/m).slice(1)) {
    const workspace = workspaces[text.slice(0, text.indexOf('"'))];
    made.set(workspace, [...(made.get(workspace) ?? []), ...resourcesIn(text)]);
  }
  // A run shows what is new to it, and is made along with what was there before.
  return [...made].map(([workspace, resources]) => ({
    workspace,
    resources: [
      ...new Map(resources.map(one => [JSON.stringify(one), one])).values(),
    ],
  }));
}

/** Leaves these runs in the tests, and says which workspace each is of. */
async function keepRuns(
  directory: string,
  runs: readonly string[],
  variables?: string,
): Promise<Record<string, string>> {
  const workspaces: Record<string, string> = {};
  for (const name of await readdir(directory)) {
    if (!name.endsWith('.tftest.hcl')) {
      continue;
    }
    const path = join(directory, name);
    const text = await readFile(path, 'utf8');
    const head = text.replace(/^run "[\s\S]*/m, '');
    const kept = [...text.matchAll(/^run "(\w+)" \{\n[\s\S]*?^\}\n/gm)]
      .map(([block, run]) => ({ run, block }))
      .filter(({ run }) => runs.includes(run));
    if (variables && kept.some(({ run }) => run === runs[0])) {
      // Before there is anything, so that it shows all that it makes.
      kept.unshift({
        run: 'makes_more',
        block: `run "makes_more" {\n  command = plan\n  variables {\n${variables}\n}\n}\n`,
      });
    }
    for (const { run, block } of kept) {
      const valueOf = (key: string) =>
        [block, head]
          .map(part => new RegExp(`^ +${key} += "(.*)"$`, 'm').exec(part)?.[1])
          .find(value => value !== undefined);
      workspaces[run] = `${valueOf('service')}-${valueOf('key')}`;
    }
    await writeFile(path, [head, ...kept.map(({ block }) => block)].join('\n'));
  }
  const missing = runs.filter(run => !workspaces[run]);
  if (missing.length > 0) {
    throw new Error(`Its tests have no runs ${missing.join(', ')}`);
  }
  return workspaces;
}

/** What is made by a plan for people to read, or there after an apply. */
function resourcesIn(text: string): Planned['resources'] {
  const blocks = text.matchAll(
    /^(?: {2}\+ )?resource "(\w+)" "\w+" \{\n([\s\S]*?)^(?: {4})?\}$/gm,
  );
  return [...blocks].map(([, type, body]) => ({
    type,
    values: Object.fromEntries(
      [...body.matchAll(/^ {4}(?: {2}\+ )?(\w+) += "?(.*?)"?$/gm)].map(
        ([, name, value]) => [name, value],
      ),
    ),
    trusts: [...body.matchAll(/Service += "(.+)"/g)].map(
      ([, service]) => service,
    ),
  }));
}
