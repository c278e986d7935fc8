import { Address4 } from 'ip-address';

/** Whether two IPv4 ranges, such as `10.1.0.0/16`, have an address in common. */
export function overlap(one: unknown, other: unknown): boolean {
  const [a, b] = [one, other].map(range =>
    typeof range === 'string' && Address4.isValid(range)
      ? new Address4(range)
      : undefined,
  );
  return Boolean(a && b && (a.isInSubnet(b) || b.isInSubnet(a)));
}
