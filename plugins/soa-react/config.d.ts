export interface Config {
  soa?: {
    /** The organisation's environments, in promotion order. */
    environments?: Array<{
      /** @visibility frontend */
      name: string;
    }>;
    console?: {
      /**
       * The access portal of IAM Identity Center, such as
       * https://acme.awsapps.com/start: links to AWS's console go through it, so that
       * they open in the right account. There are none without it.
       * @visibility frontend
       */
      accessPortalUrl?: string;
      /**
       * The permission set that links open the console with; people choose if absent.
       * @visibility frontend
       */
      permissionSet?: string;
    };
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
