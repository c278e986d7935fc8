import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { parse } from 'yaml';
import { anyAccounts } from '../__testUtils__/anyAccounts';
import { startScaffolder } from '../__testUtils__/dryRunTemplate';
import type { DryRun } from '../__testUtils__/dryRunTemplate';
import { hostileText } from '../__testUtils__/hostileText';
import { terraformIn } from '../__testUtils__/terraformIn';
import { textFields } from '../__testUtils__/textFields';
import { writeFileTree } from '../files';

const TEMPLATES = resolve(__dirname, '../../../../templates');

const templates = readdirSync(TEMPLATES).filter(name =>
  existsSync(join(TEMPLATES, name, 'template.yaml')),
);

const RUNS = 15;

/** The placements of `orders` name it; other names have tests of their own. */
const KEPT = ['name', 'repoUrl'];

const describeTerraform = process.env.SOA_TERRAFORM_CHECKS
  ? describe
  : describe.skip;

/** All strings in what a file holds. */
function strings(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => [key, ...strings(one)])
    : [];
}

/**
 * Puts a text where a field is, in the first item of a list or of what people name.
 *
 * @returns whether the values have such a place
 */
function put(values: any, [name, ...rest]: string[], text: string): boolean {
  const key = keyIn(values, name);
  if (
    typeof values !== 'object' ||
    values === null ||
    !Object.hasOwn(values, key)
  ) {
    return false;
  }
  if (rest.length > 0) {
    return put(values[key], rest, text);
  }
  Object.assign(values, { [key]: text });
  return true;
}

/** Where `*` is in the values. */
function keyIn(values: any, key: string): string {
  return key === '*' ? Object.keys(values ?? {})[0] ?? key : key;
}

function get(values: any, path: string[]): unknown {
  return path.reduce((value, key) => value[keyIn(value, key)], values);
}

/** What no form may change: code, as opposed to data. */
const codeOf = ({ files }: DryRun) =>
  Object.fromEntries(
    Object.entries(files).filter(
      ([path]) =>
        /\.(tf|hcl|ya?ml)$/.test(path) &&
        !/^(catalog-info|mkdocs)\./.test(path),
    ),
  );

describeTerraform('what people type', () => {
  const directory = createMockDirectory();
  const terraform = terraformIn(directory.path);
  let dryRun: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    dryRun = await startScaffolder({ accounts: anyAccounts() });
  });

  /** What Terraform itself reads from the files of the placements. */
  async function readByTerraform({ files }: DryRun): Promise<unknown> {
    const paths = Object.keys(files).filter(path =>
      path.startsWith('infra/placements/'),
    );
    await rm(directory.resolve('placements'), { recursive: true, force: true });
    await writeFileTree(directory.path, {
      'main.tf': `${
        files['infra/main.tf'].split('module "service"')[0]
      }output "p" {
  value = jsonencode(local.p)
}
`,
      'variables.tf': files['infra/variables.tf'],
      ...Object.fromEntries(
        paths.map(path => [path.replace('infra/', ''), files[path]]),
      ),
    });
    const [key] = paths.map(path => path.split('/')[2].replace('.json', ''));
    await terraform(
      'apply',
      '-auto-approve',
      '-no-color',
      `-var=placement=${key}`,
    );
    return JSON.parse(JSON.parse(await terraform('output', '-json', 'p')));
  }

  it.each(templates)(
    'comes out of %s as it went in',
    async name => {
      const folder = join(TEMPLATES, name);
      const template = parse(
        readFileSync(join(folder, 'template.yaml'), 'utf8'),
      );
      const example = () =>
        parse(readFileSync(join(folder, 'examples/fullest.yaml'), 'utf8'));
      const fields = textFields(template).filter(
        ({ path }) => !KEPT.includes(path[0]) && put(example(), path, 'x'),
      );
      const harmless = await dryRun(folder, example());
      expect(harmless.error).toBeUndefined();
      expect(fields.map(({ path }) => path.join('.'))).toContain('description');

      await fc.assert(
        fc.asyncProperty(
          fc.tuple(
            ...fields.map(field =>
              hostileText(field, String(get(example(), field.path))),
            ),
          ),
          async texts => {
            const values = example();
            fields.forEach(({ path }, index) =>
              put(values, path, texts[index]),
            );
            const run = await dryRun(folder, values);
            expect(run.error).toBeUndefined();
            expect(codeOf(run)).toEqual(codeOf(harmless));
            const [catalogInfo] = parseAllDocuments(
              run.files['catalog-info.yaml'],
            ).map(document => document.toJS());
            const read = new Set([
              ...strings(await readByTerraform(run)),
              ...strings(catalogInfo),
            ]);
            expect(texts.filter(text => !read.has(text))).toEqual([]);
          },
        ),
        { numRuns: RUNS, seed: Number(process.env.SOA_SEED) || undefined },
      );
    },
    900_000,
  );
});
