import { isDeepStrictEqual } from 'node:util';
import { InputError } from '@backstage/errors';
import type { Change } from '../changes';
import { withJsonValue } from '../files';
import type { PlacementFacts, PlacementFile } from '../service';
import { promotedValue } from './promotedValue';

/** What it takes to run one environment's versions in another. */
export interface Promotion {
  changes: Change[];
  /** Each setting that becomes another, and what people should know. */
  lines: string[];
}

/**
 * Copies the versions that the placements of one environment run to those of another:
 * from the one in the same Region, or from any where all run the same.
 *
 * @param wish - `settings`: which of them say what is run
 * @throws InputError that names all that cannot be promoted
 */
export function promote(
  files: readonly PlacementFile[],
  wish: {
    from: string;
    to: string;
    settings: readonly string[];
    isProduction: boolean;
    /** The root configuration, which says what its module takes. */
    mainTf?: string;
  },
): Promotion {
  const { from, to, settings, isProduction, mainTf = '' } = wish;
  const of = (environment: string) =>
    files.filter(({ facts }) => facts.environment === environment);
  const sources = of(from);
  const problems: string[] = [];
  const lines: string[] = [];
  const wantsDigest = isProduction && /\brequire_digest\b/.test(mainTf);
  const changes = of(to).map(({ path, text, facts }): Change => {
    let after = text;
    for (const setting of settings) {
      const source = sourceOf(sources, facts, setting, problems, lines);
      const value = source?.facts.settings[setting];
      if (value === undefined) {
        continue;
      }
      const own = facts.settings[setting];
      const other = settings.find(
        one => one !== setting && facts.settings[one] !== undefined,
      );
      const promoted = promotedValue(value, own);
      if (own === undefined && other !== undefined) {
        problems.push(
          `${facts.key} runs ${other}, and ${
            source!.facts.key
          } runs ${setting}: change settings of ${path} by hand first`,
        );
      } else if (
        setting === 'image' &&
        wantsDigest &&
        facts.settings.require_digest !== false &&
        !/@sha256:[0-9a-f]{64}$/.test(String(promoted))
      ) {
        problems.push(
          `${source!.facts.key} runs ${String(
            promoted,
          )}, and production takes images by digest: name it by digest in ${from} first, or accept a tag with "require_digest": false in ${path}`,
        );
      } else if (!isDeepStrictEqual(promoted, own)) {
        after = withJsonValue(after, ['settings', setting], promoted);
        lines.push(
          `${facts.key}: ${setting}, as ${source!.facts.key} has it`,
          ...(own === undefined ? [] : [`- ${JSON.stringify(own)}`]),
          `+ ${JSON.stringify(promoted)}`,
        );
      }
    }
    return { path, before: text, after };
  });
  if (problems.length > 0) {
    throw new InputError(
      `${from} cannot be promoted to ${to}:\n${problems
        .map(problem => `- ${problem}`)
        .join('\n')}`,
    );
  }
  return { changes, lines };
}

/** Whose version a placement gets. */
function sourceOf(
  sources: readonly PlacementFile[],
  target: PlacementFacts,
  setting: string,
  problems: string[],
  lines: string[],
): PlacementFile | undefined {
  const beside = sources.filter(
    ({ facts }) => facts.region === target.region && facts.cell === target.cell,
  );
  // There can be several of them, in accounts of their own.
  const candidates = beside.length > 0 ? beside : sources;
  const having = candidates.filter(
    ({ facts }) => facts.settings[setting] !== undefined,
  );
  const [first] = having;
  if (!first) {
    return undefined;
  }
  if (setting === 'ami_id' && beside.length === 0) {
    lines.push(
      `${target.key}: ami_id stays as it is, as images of machines are those of one Region, and ${first.facts.environment} has none in ${target.region}: copy the image there, and write its id into the file`,
    );
    return undefined;
  }
  const differing = candidates.find(
    ({ facts }) =>
      !isDeepStrictEqual(
        promotedValue(facts.settings[setting], target.settings[setting]),
        promotedValue(first.facts.settings[setting], target.settings[setting]),
      ),
  );
  if (differing) {
    problems.push(
      `${target.key} could get ${setting} of ${first.facts.key} or of ${differing.facts.key}, which run different ones: have all of ${first.facts.environment} run the same first`,
    );
    return undefined;
  }
  return first;
}
