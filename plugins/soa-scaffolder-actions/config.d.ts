export interface Config {
  soa?: {
    terraform?: {
      /**
       * A folder with the Terraform modules to vendor; those of this package if
       * absent. It holds one folder for each runtime, `ecs-fargate`, with a
       * module that has the variables and the outputs of this package's own and
       * reads the same SSM parameters. Checked at start: that there is a
       * `variables.tf`.
       */
      modulesDirectory?: string;
    };
  };
}
