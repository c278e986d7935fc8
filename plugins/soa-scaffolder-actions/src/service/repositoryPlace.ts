const VIEWS = ['blob', 'edit', 'raw', 'src', 'tree'];

/** Where a service's files are on a source-code host. */
export interface RepositoryPlace {
  /** The repository as publish actions take it: `github.com?owner=acme&repo=orders`. */
  repoUrl: string;
  /** The service's folder in the repository; empty for its root. */
  folder: string;
  /** Absent where the URL names none. */
  branch?: string;
  /** The service's folder, as URL readers take it. */
  rootUrl: string;
}

/**
 * Reads off the URL of a `catalog-info.yaml` where the service's files are. Hosts say
 * no more in a URL than that a branch begins after `blob` or `tree`: of one with a
 * slash in its name, the rest counts as a folder.
 *
 * @returns `undefined` for what is no such URL
 */
export function repositoryPlace(
  catalogInfoUrl: string,
): RepositoryPlace | undefined {
  if (!URL.canParse(catalogInfoUrl)) {
    return undefined;
  }
  const { host, pathname } = new URL(catalogInfoUrl);
  const parts = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const folders = parts.slice(0, -1);
  const view = folders.findIndex(
    (part, index) => index >= 2 && VIEWS.includes(part),
  );
  const path = (view > 0 ? folders.slice(0, view) : folders).filter(
    // GitLab's: /group/project/-/blob/main
    part => part !== '-',
  );
  if (path.length < 2) {
    return undefined;
  }
  const query = new URLSearchParams({
    owner: path.slice(0, -1).join('/'),
    repo: path[path.length - 1],
  });
  return {
    repoUrl: `${host}?${query}`,
    folder: view > 0 ? folders.slice(view + 2).join('/') : '',
    ...(view > 0 && { branch: folders[view + 1] }),
    rootUrl: new URL('.', catalogInfoUrl).href.replace(/\/$/, ''),
  };
}
