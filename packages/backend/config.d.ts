export interface Config {
  auth?: {
    providers?: {
      /** People whom a developer can be; there is no password. */
      demo?: {
        /** Full references of users in the catalog. */
        users: string[];
        /** As of the guest provider: anybody could be any of them. */
        dangerouslyAllowOutsideDevelopment?: boolean;
      };
    };
  };
  demo: {
    /**
     * The sandbox cloud, where the demo's publish action keeps repositories
     * instead of a source-code host.
     */
    repositoriesUrl: string;
  };
}
