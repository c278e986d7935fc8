/**
 * A version as it is written for another placement. What says where a placement
 * fetches it from stays its own: registries and buckets are copies of each other.
 *
 * @param value - what the source has
 * @param own - what the target has
 */
export function promotedValue(value: unknown, own: unknown): unknown {
  if (typeof value === 'string' && typeof own === 'string') {
    const from = imageIn(value);
    const to = imageIn(own);
    return from && to && from.path === to.path
      ? `${to.host}/${to.path}${from.version}`
      : value;
  }
  if (isObject(value) && isObject(own) && typeof own.bucket === 'string') {
    return { ...value, bucket: own.bucket };
  }
  return value;
}

/** `host/path:tag` or `host/path@sha256:…`; `undefined` for what names no host. */
function imageIn(
  image: string,
): { host: string; path: string; version: string } | undefined {
  const [, host, path, version] =
    /^([a-z0-9.{}_-]+\.[a-z0-9.{}_-]+(?::\d+)?)\/([a-z0-9._/-]+?)((?::[\w.-]+)?(?:@sha256:[0-9a-f]{64})?)$/i.exec(
      image,
    ) ?? [];
  return host ? { host, path, version } : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
