/** How much is in a part of an organisation. */
export interface Contents {
  accounts: number;
  /** The services that run there. */
  services: ReadonlySet<string>;
  placements: number;
}

/** What its parts have together; a service that runs in two of them is one. */
export function contentsOf(parts: readonly Contents[]): Contents {
  const services = new Set<string>();
  let accounts = 0;
  let placements = 0;
  for (const part of parts) {
    accounts += part.accounts;
    placements += part.placements;
    part.services.forEach(service => services.add(service));
  }
  return { accounts, services, placements };
}
