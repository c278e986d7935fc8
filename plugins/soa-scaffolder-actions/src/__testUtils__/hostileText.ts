import fc from 'fast-check';
import type { TextField } from './textFields';

/** What has broken one quoting or another. */
const FRAGMENTS = [
  '"',
  "'",
  '`',
  '\\',
  '\\n',
  '\n',
  '\r\n',
  '\t',
  '${path.root}',
  '$${x}',
  '%{ if true }',
  '%%{',
  '${{ values.owner }}',
  '{{ 1 }}',
  '{% raw %}',
  '{# x #}',
  '<<EOT\nEOT\n',
  '# x',
  ': ',
  '- ',
  '&a *a',
  '!!js/function',
  '---\n',
  '<script>alert(1)</script>',
  '$(id)',
  '`id`',
  '; rm -rf /',
  '注文サービス',
  '😀',
  '\u2028',
  '\u200b',
  'null',
  '0x1F',
  '1e3',
  'true',
  ' ',
];

const LONG = 10_240;

const hostile = fc.oneof(
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...FRAGMENTS),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map(parts => parts.join('')),
  fc
    .constantFrom(...FRAGMENTS)
    .map(fragment => fragment.repeat(LONG).slice(0, LONG)),
);

/**
 * Text that a field takes, as bad as it may be.
 *
 * @param example - what it takes for certain
 */
export function hostileText(
  { schemas }: TextField,
  example: string,
): fc.Arbitrary<string> {
  const pattern = schemas.find(schema => schema.pattern)?.pattern;
  const maxLength = Math.min(
    ...schemas.map(schema => schema.maxLength ?? LONG),
  );
  const fits = (text: string) =>
    schemas.every(
      schema =>
        text.length >= (schema.minLength ?? 0) &&
        text.length <= maxLength &&
        (!schema.pattern || new RegExp(schema.pattern, 'u').test(text)),
    ) &&
    // Half of a pair is no text, and JSON has no way to say it.
    Buffer.from(text).toString() === text;
  // Terraform composes characters: others have a test of their own.
  const cut = hostile.map(text => text.normalize('NFC').slice(0, maxLength));
  return pattern
    ? fc
        .oneof(fc.stringMatching(new RegExp(withoutLookAhead(pattern))), cut)
        .map(text => (fits(text) ? text : example))
    : cut.filter(fits);
}

/** `stringMatching` knows no look-ahead. */
function withoutLookAhead(pattern: string): string {
  const start = pattern.search(/\(\?[!=]/);
  if (start < 0) {
    return pattern;
  }
  let depth = 0;
  let end = start;
  do {
    depth += { '(': 1, ')': -1 }[pattern[end]] ?? 0;
    end += 1;
  } while (depth > 0);
  return withoutLookAhead(pattern.slice(0, start) + pattern.slice(end));
}
