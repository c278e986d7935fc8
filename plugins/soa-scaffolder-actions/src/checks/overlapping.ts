import { Address4 } from 'ip-address';

/**
 * Which IPv4 ranges, such as `10.1.0.0/16`, have an address in common with another;
 * what is none has not.
 */
export function overlapping<T extends { range: unknown }>(
  all: readonly T[],
): T[] {
  const spans = all.flatMap(one =>
    typeof one.range === 'string' && Address4.isValid(one.range)
      ? [{ one, ...spanOf(new Address4(one.range)) }]
      : [],
  );
  return spans
    .filter(({ from, to }, at) =>
      spans.some(
        (other, index) => index !== at && from <= other.to && other.from <= to,
      ),
    )
    .map(({ one }) => one);
}

function spanOf(address: Address4): { from: bigint; to: bigint } {
  return {
    from: address.startAddress().bigInt(),
    to: address.endAddress().bigInt(),
  };
}
