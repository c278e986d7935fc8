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

/** Text that a field takes, as bad as it may be. */
export function hostileText({ schema }: TextField): fc.Arbitrary<string> {
  const { pattern, minLength = 0, maxLength = LONG } = schema;
  const fits = (text: string) =>
    text.length >= minLength &&
    text.length <= maxLength &&
    (!pattern || new RegExp(pattern, 'u').test(text)) &&
    // Half of a pair is no text, and JSON has no way to say it.
    Buffer.from(text).toString() === text;
  // Terraform composes characters: others have a test of their own.
  const cut = hostile.map(text => text.normalize('NFC').slice(0, maxLength));
  return pattern
    ? fc
        .oneof(
          { weight: 1, arbitrary: fromPattern(pattern) },
          { weight: 2, arbitrary: cut.map(text => (fits(text) ? text : '')) },
        )
        .chain(text =>
          fits(text) ? fc.constant(text) : fromPattern(pattern).filter(fits),
        )
    : cut.filter(fits);
}

/** `stringMatching` knows no look-ahead. */
function fromPattern(pattern: string): fc.Arbitrary<string> {
  return fc.stringMatching(new RegExp(pattern.replace(/\(\?[!=][^)]*\)/g, '')));
}
