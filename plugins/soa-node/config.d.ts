export interface Config {
  soa?: {
    /** The organisation's environments, in promotion order. */
    environments?: Array<{
      /**
       * Lower-case letters, digits and hyphens.
       * @visibility frontend
       */
      name: string;
      /**
       * Whether people depend on it: nothing is applied there unasked.
       * @visibility frontend
       */
      production?: boolean;
      /**
       * Whether what is new there may be destroyed when it fails. Defaults to true
       * for the environment `sandbox`.
       */
      sandbox?: boolean;
    }>;
    /** The AWS Regions in which services may run. */
    regions?: string[];
    aws?: {
      /**
       * The endpoint of every AWS API, STS included, for an emulator; AWS's own
       * if absent.
       */
      endpoint?: string;
      /** Which tag of an account says what. */
      tags?: {
        /** Defaults to soa:environment */
        environment?: string;
        /** Defaults to soa:runtimes */
        runtimes?: string;
        /** Defaults to soa:regions */
        regions?: string;
        /** Defaults to soa:owner */
        owner?: string;
        /** Defaults to soa:business-unit */
        businessUnit?: string;
        /** Defaults to soa:allowed-owners */
        allowedOwners?: string;
      };
    };
    platform?: {
      /**
       * The groups whose members may give accounts their platform: baselines,
       * networks, clusters, trails. Nobody may if absent.
       */
      owners?: string[];
    };
    /** HCP Terraform organizations; the first is the default. */
    hcpTerraform?: Array<{
      organization: string;
      /** Without /api/v2. Defaults to https://app.terraform.io */
      baseUrl?: string;
      /**
       * A team token: organization tokens cannot start runs.
       * @visibility secret
       */
      token: string;
      /** Where people see workspaces and runs. Defaults to baseUrl. */
      webUrl?: string;
      /** Has HCP Terraform tell the portal of runs at once. */
      notifications?: {
        /**
         * At least 32 random characters. Each workspace's own secret is derived
         * from it; with another one all workspaces get new ones.
         * @visibility secret
         */
        key: string;
        /**
         * Where HCP Terraform reaches the portal. Defaults to
         * `/api/events/http/soa-hcp-terraform` below backend.baseUrl.
         */
        url?: string;
      };
    }>;
  };
}
