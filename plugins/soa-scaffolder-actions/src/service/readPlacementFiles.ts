import { InputError } from '@backstage/errors';
import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import { z } from 'zod';
import type { PlacementFile } from './PlacementFile';
import type { RepositoryFiles } from './readRepository';

/** Where the files of placements are. */
export const PLACEMENTS = 'infra/placements/';

const facts = z.looseObject({
  component: z.string(),
  owner: z.string().optional(),
  environment: z.string().min(1),
  account: z.string().regex(/^\d{12}$/, 'must be 12 digits in quotes'),
  region: z.string().min(1),
  runtime: z.enum(RUNTIMES),
  cell: z.string().optional(),
  key: z.string().regex(/^[a-z0-9-]+$/),
  workspace: z
    .string()
    .regex(/^[\w-]+\/[\w-]{1,90}$/, 'must be organization/name'),
  regions: z.array(z.string()).optional(),
  consumes: z.array(z.looseObject({ component: z.string() })).optional(),
  needs: z.array(z.string()).optional(),
  settings: z.record(z.string(), z.unknown()).default({}),
});

/**
 * The placements of a service, as its repository has them, in the order of their
 * keys. People may have written anything.
 *
 * @throws InputError that names all that is wrong with them
 */
export function readPlacementFiles(
  files: RepositoryFiles,
  componentRef: string,
): PlacementFile[] {
  const problems: string[] = [];
  const placements = [...files]
    .filter(([path]) => /^infra\/placements\/[^/]+\.json$/.test(path))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, text]): PlacementFile[] => {
      const { file, problem } = read(path, text, componentRef);
      if (problem) {
        problems.push(`- ${path}: ${problem}`);
      }
      return file ? [file] : [];
    });
  if (problems.length > 0) {
    throw new InputError(
      `component: the repository of ${componentRef} has files that cannot be read. Correct them there first:\n${problems.join(
        '\n',
      )}`,
    );
  }
  if (placements.length === 0) {
    throw new InputError(
      `component: the repository of ${componentRef} has no ${PLACEMENTS}*.json: only services that a template of this portal has made can be changed so`,
    );
  }
  return placements;
}

function read(
  path: string,
  text: string,
  componentRef: string,
): { file?: PlacementFile; problem?: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: `is no JSON: ${(error as Error).message}` };
  }
  const { data, error } = facts.safeParse(value);
  if (error) {
    return {
      problem: error.issues
        .map(issue => `${issue.path.join('.') || 'it'} ${issue.message}`)
        .join('; '),
    };
  }
  if (path !== `${PLACEMENTS}${data.key}.json`) {
    return { problem: `is called otherwise than its key, "${data.key}"` };
  }
  if (data.component.toLocaleLowerCase('en-US') !== componentRef) {
    return { problem: `is of ${data.component}` };
  }
  return { file: { path, text, facts: data } };
}
