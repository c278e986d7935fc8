/**
 * Whether one resource is in another, as their ARNs say:
 * `…:service/shop/cart` is in `…:cluster/shop`.
 */
export function contains(outer: string, inner: string): boolean {
  if (inner.startsWith(`${outer}/`) || inner.startsWith(`${outer}:`)) {
    return true;
  }
  const [place, path] = split(outer);
  const [innerPlace, innerPath] = split(inner);
  return (
    place === innerPlace &&
    path.length > 0 &&
    path.length < innerPath.length &&
    path.every((segment, index) => segment === innerPath[index])
  );
}

/** Partition, service, Region and account; and the path, without the type. */
function split(arn: string): [string, string[]] {
  const parts = arn.split(':');
  const [, ...path] = parts.slice(5).join(':').split('/');
  return [parts.slice(0, 5).join(':'), path];
}
