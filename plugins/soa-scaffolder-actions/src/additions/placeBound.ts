import type { PlacementFacts } from '../service';

/**
 * What a placement's settings say of the place that they come from, and may not hold
 * in another, as sentences: nobody can tell by the text alone.
 */
export function placeBound(
  source: PlacementFacts,
  placement: {
    key: string;
    environment: string;
    account: string;
    region: string;
  },
  settings: Readonly<Record<string, unknown>>,
): string[] {
  const words = (['region', 'account', 'environment'] as const)
    .filter(part => source[part] !== placement[part])
    .map(part => source[part]);
  return textsIn(settings, 'settings').flatMap(({ path, text }) =>
    words
      .filter(word => isIn(text, word))
      .map(
        word =>
          `${path} of ${placement.key} names ${word}, as ${source.key} has it: see whether that is right there`,
      ),
  );
}

/** As a word: `dev` is not in `device`. */
function isIn(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![A-Za-z0-9])${escaped}(?![A-Za-z0-9])`).test(text);
}

function textsIn(
  value: unknown,
  path: string,
): Array<{ path: string; text: string }> {
  if (typeof value === 'string') {
    return [{ path, text: value }];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) =>
        textsIn(one, `${path}.${key}`),
      )
    : [];
}
