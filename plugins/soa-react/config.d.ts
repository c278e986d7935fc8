export interface Config {
  soa?: {
    /** The organisation's environments, in promotion order. */
    environments?: Array<{
      /** @visibility frontend */
      name: string;
    }>;
  };
}
