export interface Config {
  soa?: {
    /** The organisation's environments, in promotion order. */
    environments?: Array<{
      /** @visibility frontend */
      name: string;
    }>;
    access?: {
      /**
       * The component that gives accounts their baseline. Defaults to
       * component:default/account-baseline
       * @visibility frontend
       */
      component?: string;
    };
    platform?: {
      /**
       * The groups whose members may give accounts their platform: forms offer
       * no other owner of one.
       * @deepVisibility frontend
       */
      owners?: string[];
    };
  };
}
