export interface Config {
  soa?: {
    access?: {
      /** Whether the portal looks after deploy access. Defaults to true. */
      enabled?: boolean;
      /**
       * The policy that bounds all roles which services make, as path and name.
       * Defaults to that of the account's baseline, `soa/service-boundary`; to
       * none where `enabled` is false.
       */
      permissionsBoundary?: string;
    };
    terraform?: {
      /**
       * A folder with Terraform modules of your own, each in a folder of its name.
       * They go before those of this package: `lambda` there is what services on
       * Lambda are made with. A module reads the same facts and platform contract;
       * its other variables are what a template may set.
       */
      modulesDirectory?: string;
      /**
       * Where generated repositories take modules from. They are vendored if
       * absent. The folder above, or this package, still says what variables and
       * outputs a module has.
       */
      moduleSource?: {
        /** A git or registry address, with `{module}` for the module's name. */
        source: string;
        /** A constraint, for a registry. */
        version?: string;
      };
    };
  };
}
