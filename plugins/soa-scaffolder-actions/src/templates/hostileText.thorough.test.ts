import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { anyAccounts } from '../__testUtils__/anyAccounts';
import { startScaffolder } from '../__testUtils__/dryRunTemplate';
import type { DryRun } from '../__testUtils__/dryRunTemplate';
import { putText, textAt } from '../__testUtils__/fieldPlaces';
import { hostileText } from '../__testUtils__/hostileText';
import { terraformIn } from '../__testUtils__/terraformIn';
import { textFields } from '../__testUtils__/textFields';
import type { TextField } from '../__testUtils__/textFields';
import { writeFileTree } from '../files';

const TEMPLATES = resolve(__dirname, '../../../../templates');

/** Those that write Terraform; what others copy is JSON, which has its own tests. */
const templates = readdirSync(TEMPLATES)
  .filter(name => existsSync(join(TEMPLATES, name, 'template.yaml')))
  .filter(name =>
    readFileSync(join(TEMPLATES, name, 'template.yaml'), 'utf8').includes(
      'soa:terraform:render',
    ),
  );

const RUNS = 15;

/** Fields that are left out, and why. */
const LEFT_OUT: Record<string, string> = {
  name: 'the placements of `orders` name it; other names have tests of their own',
  repoUrl: 'the publish action reads it, and nothing of it is written',
  product: 'it is in the catalog, or it is refused',
  homeRegion:
    'it is the Region of a placement, and soa:rollout:start refuses others',
};

/** Fields that become one text together. */
const JOINED = ['repository', 'digest'];

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

/** What no form may change: code, as opposed to data. */
const codeOf = ({ files }: DryRun) =>
  Object.fromEntries(
    Object.entries(files).filter(
      ([path]) =>
        /\.(tf|hcl|ya?ml)$/.test(path) &&
        !/^(catalog-info|mkdocs)\./.test(path),
    ),
  );

/** The fullest first: it has a place for most. */
function examplesOf(folder: string): string[] {
  const names = readdirSync(join(folder, 'examples'));
  return ['fullest.yaml', ...names.filter(name => name !== 'fullest.yaml')].map(
    name => join(folder, 'examples', name),
  );
}

describeTerraform('what people type', () => {
  const directory = createMockDirectory();
  const terraform = terraformIn(directory.path);
  let dryRun: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    dryRun = await startScaffolder({
      accounts: anyAccounts(),
      unchecked: true,
    });
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

  /** What comes of an example with other texts in some of its fields. */
  async function comesOutAsItWentIn(
    folder: string,
    example: () => unknown,
    fields: readonly TextField[],
  ) {
    const harmless = await dryRun(folder, example() as object);
    expect(harmless.error).toBeUndefined();
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(
          ...fields.map(field =>
            hostileText(field, textAt(example(), field.path)),
          ),
        ),
        async texts => {
          const values = example();
          fields.forEach(({ path }, index) =>
            putText(values, path, texts[index]),
          );
          const run = await dryRun(folder, values as object);
          expect(run.error).toBeUndefined();
          expect(codeOf(run)).toEqual(codeOf(harmless));
          const [catalogInfo] = parseAllDocuments(
            run.files['catalog-info.yaml'],
          ).map(document => document.toJS());
          const read = new Set([
            ...strings(await readByTerraform(run)),
            ...strings(catalogInfo),
          ]);
          const isRead = (text: string, index: number) =>
            JOINED.includes(fields[index].path.join('.'))
              ? [...read].some(one => one.includes(text))
              : read.has(text);
          expect(texts.filter((text, index) => !isRead(text, index))).toEqual(
            [],
          );
        },
      ),
      { numRuns: RUNS, seed: Number(process.env.SOA_SEED) || undefined },
    );
  }

  it.each(templates)(
    'comes out of %s as it went in',
    async name => {
      const folder = join(TEMPLATES, name);
      const template = parse(
        readFileSync(join(folder, 'template.yaml'), 'utf8'),
      );
      let untried = textFields(template).filter(
        ({ path }) => !Object.hasOwn(LEFT_OUT, path[0]),
      );
      for (const file of examplesOf(folder)) {
        const example = () => parse(readFileSync(file, 'utf8'));
        const fields = untried.filter(({ path }) =>
          putText(example(), path, 'x'),
        );
        if (fields.length > 0) {
          await comesOutAsItWentIn(folder, example, fields);
          untried = untried.filter(field => !fields.includes(field));
        }
      }
      // A field that no example fills in needs one that does.
      expect(untried.map(({ path }) => path.join('.'))).toEqual([]);
    },
    900_000,
  );
});
