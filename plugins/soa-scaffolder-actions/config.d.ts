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
    /** How AWS accounts are made; nobody makes them here if absent. */
    accountVending?: {
      /**
       * Their e-mail addresses, with `{name}` for the name:
       * `aws+{name}@example.com`.
       */
      email: string;
      /** Where they may go: OUs by id, or by the path of names (`Workloads/Dev`). */
      organizationalUnits: string[];
      /** The groups that may own them; any if absent. */
      owners?: string[];
      /** Tags of every account, beside those that say what it is for. */
      tags?: { [key: string]: string };
      /**
       * The account that manages the organisation, and alone can make accounts, with
       * its role under `aws`. This, or `request`.
       */
      managementAccountId?: string;
      /**
       * The role that AWS makes in each account, for the management account to
       * administer it; `OrganizationAccountAccessRole` if absent.
       */
      roleName?: string;
      /** Has accounts requested of somebody else instead. */
      request?: {
        /** Account Factory for Terraform, of AWS Control Tower. */
        kind: 'aft';
        /** Its repository of requests: `github.com?owner=acme&repo=aft-account-request`. */
        repoUrl: string;
        /** The folder of requests in it; `terraform` if absent. */
        directory?: string;
        /** The module of requests; `./modules/aft-account-request` if absent. */
        source?: string;
        /** Who gets access through IAM Identity Center first. */
        ssoUser: { email: string; firstName: string; lastName: string };
        /** The account customizations that are applied; none if absent. */
        customizations?: string;
      };
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
      /**
       * At least 32 random characters. With it, sensitive values are written to
       * workspaces only when they have changed; without it, each time.
       * @visibility secret
       */
      fingerprintKey?: string;
    };
    hcpTerraform?: Array<{
      /** What the workspaces that templates ask for are, and may be. */
      workspaces?: {
        /** A version or a constraint; `~> 1.9` if absent. */
        terraformVersion?: string;
        /** Has runs take place at agents: `apool-…`. */
        agentPoolId?: string;
        /** How workspaces reach the repositories that templates name. */
        vcs?: {
          /** `ot-…`; this or the next. */
          oauthTokenId?: string;
          /** `ghain-…` */
          githubAppInstallationId?: string;
          /** How repositories begin that may be linked: `acme/`. Any if absent. */
          repositories?: string[];
        };
        /** The teams of HCP Terraform that every workspace is open to. */
        teams?: Array<{
          name: string;
          /** Single permissions are for `custom`. */
          access: 'read' | 'plan' | 'write' | 'admin' | 'custom';
          runs?: 'read' | 'plan' | 'apply';
          variables?: 'none' | 'read' | 'write';
          stateVersions?: 'none' | 'read-outputs' | 'read' | 'write';
          sentinelMocks?: 'none' | 'read';
          workspaceLocking?: boolean;
          runTasks?: boolean;
        }>;
        /** The variable sets that every workspace gets. */
        variableSets?: string[];
        /**
         * Where drift detection is switched on; `production` if absent. Elsewhere it
         * stays as it is.
         */
        driftDetection?: 'production' | 'all' | 'none';
        /** Where everything is destroyed after so long without a run. */
        autoDestroy?: {
          environments: string[];
          /** `14d`, `24h` */
          afterInactivity: string;
        };
        /** What templates may ask for beyond that; nothing if absent. */
        allow?: {
          /** With the most that they may be given. */
          teams?: Array<{
            name: string;
            access: 'read' | 'plan' | 'write' | 'admin' | 'custom';
            runs?: 'read' | 'plan' | 'apply';
            variables?: 'none' | 'read' | 'write';
            stateVersions?: 'none' | 'read-outputs' | 'read' | 'write';
            sentinelMocks?: 'none' | 'read';
            workspaceLocking?: boolean;
            runTasks?: boolean;
          }>;
          variableSets?: string[];
          vcsConnections?: Array<{
            oauthTokenId?: string;
            githubAppInstallationId?: string;
          }>;
          /** Workspaces of other owners whose applies may start runs. */
          runTriggers?: string[];
        };
      };
    }>;
  };
}
