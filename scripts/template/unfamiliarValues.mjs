import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../portal/paths.mjs';

const file = join(root, 'terraform', 'unfamiliar-values.json');

/**
 * The values that AWS takes and the offline provider's older lists do not have,
 * each with where AWS says so.
 */
export const unfamiliarValues = {
  known: JSON.parse(readFileSync(file, 'utf8')),

  /** Whether a diagnostic of `terraform validate` is about one of them. */
  allow({ severity, summary, detail = '' }) {
    const [, attribute] = /^Unfamiliar value for (.+)$/.exec(summary) ?? [];
    const [, value] = /^"(.*)" is not among the values/.exec(detail) ?? [];
    return (
      severity === 'warning' &&
      this.known.some(one => one.attribute === attribute && one.value === value)
    );
  },
};
