const VIEWS = ['archive', 'blob', 'browse', 'edit', 'raw', 'src', 'tree'];

/**
 * The repository that a URL is in, as the host and all that comes before what is
 * looked at: GitLab has groups in groups, and others have keys of their own.
 *
 * @returns `undefined` for what is no such URL
 */
export function repositoryOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) {
    return undefined;
  }
  const { origin, pathname } = new URL(url);
  if (climbs(pathname)) {
    return undefined;
  }
  const parts = pathname.split('/').filter(Boolean);
  const path = parts.slice(0, lengthOfRepository(parts));
  return origin !== 'null' && path.length >= 2
    ? `${origin}/${path.join('/').replace(/\.git$/, '')}`
    : undefined;
}

/** A host may decode a path before it reads it, and be led elsewhere. */
function climbs(pathname: string): boolean {
  try {
    return decodeURIComponent(pathname).split(/[\\/]/).includes('..');
  } catch {
    return true;
  }
}

function lengthOfRepository(parts: readonly string[]): number {
  // GitLab's and Gerrit's: nothing else can be called so, while a group of
  // GitLab's can be called "src".
  const separator = parts.findIndex(part => part === '-' || part === '+');
  if (separator > 0) {
    return separator;
  }
  // Azure DevOps, and Bitbucket Server.
  const label = parts.findIndex(
    (part, index) =>
      part === '_git' ||
      (part === 'repos' && ['projects', 'users'].includes(parts[index - 2])),
  );
  if (label > 0) {
    return label + 2;
  }
  const view = parts.findIndex(
    (part, index) => index >= 2 && VIEWS.includes(part),
  );
  if (view > 0) {
    return view;
  }
  // A file on a host that knows nothing but files.
  const isFile = /\.(ya?ml|json)$/.test(parts[parts.length - 1] ?? '');
  return isFile ? parts.length - 1 : parts.length;
}
