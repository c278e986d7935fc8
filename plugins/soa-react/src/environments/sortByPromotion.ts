/**
 * Sorts what has an environment by the order of promotion, and otherwise leaves
 * it as it is. Environments that the order does not know come last.
 *
 * @public
 */
export function sortByPromotion<T extends { environment: string }>(
  items: readonly T[],
  promotionOrder: readonly string[],
): T[] {
  const place = ({ environment }: T) => {
    const index = promotionOrder.indexOf(environment);
    return index < 0 ? promotionOrder.length : index;
  };
  return [...items].sort((one, other) => place(one) - place(other));
}
