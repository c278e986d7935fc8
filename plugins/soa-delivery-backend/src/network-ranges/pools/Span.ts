import { Address4 } from 'ip-address';

/** Addresses from the first to the last one, as numbers. */
export interface Span {
  first: number;
  last: number;
}

const CIDR = /^(\d{1,3}\.){3}\d{1,3}\/\d{1,2}$/;

/**
 * The addresses of an IPv4 range such as `10.1.0.0/16`.
 *
 * @returns `undefined` for what is none, and for one whose address has bits beyond
 *   its prefix
 */
export function parseSpan(cidr: string): Span | undefined {
  if (!CIDR.test(cidr) || !Address4.isValid(cidr)) {
    return undefined;
  }
  const address = new Address4(cidr);
  const first = Number(address.startAddress().bigInt());
  const isWhole =
    Number(new Address4(address.correctForm()).bigInt()) === first;
  return isWhole
    ? { first, last: Number(address.endAddress().bigInt()) }
    : undefined;
}

/** The range that begins at an address and has a prefix of this length. */
export function toCidr(first: number, prefixLength: number): string {
  const address = Address4.fromBigInt(BigInt(first)).correctForm();
  return `${address}/${prefixLength}`;
}

/** How many addresses a range has. */
export function sizeOf(prefixLength: number): number {
  return 2 ** (32 - prefixLength);
}

export function overlaps(one: Span, other: Span): boolean {
  return one.first <= other.last && other.first <= one.last;
}
