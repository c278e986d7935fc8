import { isRegion } from '../region';
import { isRuntime, RUNTIMES } from '../runtime';
import type { Placement } from './Placement';
import { placementIdentity } from './placementIdentity';

/**
 * Something wrong with a list of placements.
 *
 * @public
 */
export interface PlacementProblem {
  /** Where: `spec.placements[2].account`. */
  path: string;
  /** What is wrong and what to do, as one sentence. */
  message: string;
}

const ACCOUNT = /^\d{12}$/;
const ENVIRONMENT = /^[a-z][a-z0-9-]{0,30}$/;
const CELL = /^[a-z0-9]([a-z0-9-]{0,14}[a-z0-9])?$/;
const WORKSPACE = /^([A-Za-z0-9_-]+\/)?[A-Za-z0-9_-]{1,90}$/;
const FIELDS = [
  'environment',
  'account',
  'region',
  'runtime',
  'cell',
  'workspace',
];

/**
 * Reads `spec.placements` as people write it, and says all that is wrong with
 * it at once. Entries with a problem are left out of `placements`.
 *
 * @public
 */
export function parsePlacements(
  value: unknown,
  options: { path?: string; environments?: readonly string[] } = {},
): { placements: Placement[]; problems: PlacementProblem[] } {
  const { path = 'spec.placements', environments } = options;
  const placements: Placement[] = [];
  const problems: PlacementProblem[] = [];
  if (!Array.isArray(value)) {
    problems.push({ path, message: 'must be a list of placements' });
    return { placements, problems };
  }
  const seen = new Map<string, number>();
  value.forEach((entry, index) => {
    const at = `${path}[${index}]`;
    const found = checkEntry(entry, at, environments);
    if (found.length > 0) {
      problems.push(...found);
      return;
    }
    const placement = pick(entry as Placement);
    const identity = placementIdentity(placement);
    const first = seen.get(identity);
    if (first !== undefined) {
      problems.push({
        path: at,
        message: `is the same placement as ${path}[${first}]: remove one, or tell them apart with a cell`,
      });
      return;
    }
    seen.set(identity, index);
    placements.push(placement);
  });
  return { placements, problems };
}

function pick(entry: Placement): Placement {
  const { environment, account, region, runtime, cell, workspace } = entry;
  return {
    environment,
    account,
    region,
    runtime,
    ...(cell !== undefined && { cell }),
    ...(workspace !== undefined && { workspace }),
  };
}

function checkEntry(
  entry: unknown,
  at: string,
  environments?: readonly string[],
): PlacementProblem[] {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
    return [
      {
        path: at,
        message: `must be an object with environment, account, region and runtime`,
      },
    ];
  }
  const fields = entry as Record<string, unknown>;
  const problems: PlacementProblem[] = [];
  const check = (field: string, message: string | undefined) => {
    if (message) {
      problems.push({ path: `${at}.${field}`, message });
    }
  };
  check('environment', environmentProblem(fields.environment, environments));
  check('account', accountProblem(fields.account));
  check(
    'region',
    isRegion(fields.region)
      ? undefined
      : `${missingOr(
          fields.region,
        )}: write an AWS Region such as us-east-1, or global`,
  );
  check(
    'runtime',
    isRuntime(fields.runtime)
      ? undefined
      : `${missingOr(fields.runtime)}: write one of ${RUNTIMES.join(', ')}`,
  );
  if (fields.cell !== undefined && !matches(CELL, fields.cell)) {
    check(
      'cell',
      'must be 1 to 16 lower-case letters, digits and hyphens, without a hyphen at either end',
    );
  }
  if (fields.workspace !== undefined && !matches(WORKSPACE, fields.workspace)) {
    check(
      'workspace',
      'must be the name of a workspace, or organization/name: letters, digits, _ and -, at most 90 characters',
    );
  }
  for (const field of Object.keys(fields)) {
    if (!FIELDS.includes(field)) {
      check(field, `is not known: a placement has ${FIELDS.join(', ')}`);
    }
  }
  return problems;
}

function environmentProblem(
  value: unknown,
  environments?: readonly string[],
): string | undefined {
  if (environments) {
    return environments.some(name => name === value)
      ? undefined
      : `${missingOr(value)}: write one of ${environments.join(', ')}`;
  }
  return matches(ENVIRONMENT, value)
    ? undefined
    : `${missingOr(
        value,
      )}: write lower-case letters, digits and hyphens, such as prod`;
}

function accountProblem(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return 'is a number: quote it, because YAML drops the leading zeros of a number';
  }
  return matches(ACCOUNT, value)
    ? undefined
    : `${missingOr(
        value,
      )}: write the 12-digit id of an AWS account as a quoted string`;
}

function matches(pattern: RegExp, value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function missingOr(value: unknown): string {
  return value === undefined || value === null || value === ''
    ? 'is missing'
    : `${shown(value)} is not valid`;
}

/** What people wrote, as far as one line can show it. */
function shown(value: unknown): string {
  const text =
    typeof value === 'object' ? 'what is there' : JSON.stringify(String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…"` : text;
}
