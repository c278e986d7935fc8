export interface Config {
  demo: {
    /**
     * The sandbox cloud, where the demo's publish action keeps repositories
     * instead of a source-code host.
     */
    repositoriesUrl: string;
  };
}
