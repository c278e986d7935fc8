import type { CostChoice } from './CostChoice';

/** What somebody has chosen that costs money. */
export interface CostLine {
  title: string;
  description: string;
  /** How many; absent where it is chosen or not. */
  amount?: number;
  /** How many there are in all placements together. */
  total?: number;
}

const FREE: readonly unknown[] = [undefined, null, false, 0, '', 'none'];

/**
 * The choices of a form that cost money.
 *
 * @param placements - how many there will be
 */
export function costLines(
  form: Readonly<Record<string, unknown>>,
  choices: readonly CostChoice[],
  placements: number,
): CostLine[] {
  return choices.flatMap(choice => {
    const { parameter, title, description, values, when, perPlacement } =
      choice;
    const value = valueAt(form, parameter);
    const costs = values ? values.includes(value) : !FREE.includes(value);
    const isShown = Object.entries(when ?? {}).every(([path, allowed]) =>
      allowed.includes(valueAt(form, path)),
    );
    if (!costs || !isShown || (Array.isArray(value) && value.length === 0)) {
      return [];
    }
    const amount = amountOf(value);
    return [
      {
        title,
        description,
        ...(amount !== undefined && { amount }),
        ...(perPlacement &&
          placements > 0 && {
            total: (amount ?? 1) * placements,
          }),
      },
    ];
  });
}

/** Text is a name of the schema's, which is no word for people. */
function amountOf(value: unknown): number | undefined {
  if (Array.isArray(value)) {
    return value.length;
  }
  return typeof value === 'number' ? value : undefined;
}

function valueAt(form: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? (value as Record<string, unknown>)[key]
          : undefined,
      form,
    );
}
