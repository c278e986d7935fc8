export interface Config {
  soa?: {
    terraform?: {
      /** A folder with the Terraform modules to vendor; those of this package if absent. */
      modulesDirectory?: string;
    };
  };
}
