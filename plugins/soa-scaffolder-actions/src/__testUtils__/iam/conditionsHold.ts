import { filledIn, matches } from './matches';
import type { PolicyRequest, PolicyStatement } from './PolicyDocument';

type Test = (wanted: string, actual: string) => boolean;

/** Operators that hold where one of the values does. */
const POSITIVE: Readonly<Record<string, Test>> = {
  StringEquals: (wanted, actual) => wanted === actual,
  StringEqualsIgnoreCase: (wanted, actual) =>
    wanted.toLowerCase() === actual.toLowerCase(),
  StringLike: matches,
  ArnEquals: matches,
  ArnLike: matches,
  Bool: (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase(),
};

/** Operators that hold where none of the values does, and without the key, too. */
const NEGATIVE: Readonly<Record<string, Test>> = {
  StringNotEquals: POSITIVE.StringEquals,
  StringNotLike: matches,
  ArnNotLike: matches,
};

/** Whether all conditions of a statement hold for a request. */
export function conditionsHold(
  { Condition = {} }: PolicyStatement,
  request: PolicyRequest,
): boolean {
  // Keys do not tell upper from lower case; values do.
  const context = new Map(
    Object.entries(request.context ?? {}).map(([key, value]) => [
      key.toLowerCase(),
      value,
    ]),
  );
  const valueOf = (key: string) => context.get(key.toLowerCase());
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) => {
      const actual = valueOf(key);
      const wanted = [values]
        .flat()
        .map(value => filledIn(value, valueOf))
        .filter(value => value !== undefined);
      if (operator === 'Null') {
        return wanted.some(
          value => (value === 'true') === (actual === undefined),
        );
      }
      const positive = POSITIVE[operator];
      if (positive) {
        return (
          actual !== undefined && wanted.some(value => positive(value, actual))
        );
      }
      const negative = NEGATIVE[operator];
      if (negative) {
        return (
          actual === undefined || !wanted.some(value => negative(value, actual))
        );
      }
      throw new Error(`This evaluator does not know the operator ${operator}`);
    }),
  );
}
