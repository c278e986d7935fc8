# HCP Terraform sets it in its runs; it is empty everywhere else.
variable "TFC_RUN_ID" {
  description = "The run of HCP Terraform."
  type        = string
  default     = ""
}

locals {
  is_run = var.TFC_RUN_ID != ""
}

# The cluster's token, which is good for 15 minutes. A data source would take it in
# the plan, and an apply that somebody confirms an hour later would be refused; what
# is ephemeral is taken anew in the apply, and is in no state.
ephemeral "aws_eks_cluster_auth" "platform" {
  count    = local.is_run ? 1 : 0
  provider = aws.token
  name     = module.service.cluster_name
}

# Only for the token: terraform test mocks no provider that has something ephemeral.
# Outside of runs it is asked for nothing, and needs no credentials.
provider "aws" {
  alias                       = "token"
  region                      = local.p.region
  allowed_account_ids         = local.is_run ? [local.p.account] : null
  user_agent                  = ["backstage/${local.p.component}"]
  access_key                  = local.is_run ? null : "none"
  secret_key                  = local.is_run ? null : "none"
  skip_credentials_validation = !local.is_run
  skip_metadata_api_check     = local.is_run ? null : "true"
  skip_requesting_account_id  = !local.is_run
}

data "aws_eks_cluster" "platform" {
  name = module.service.cluster_name
}

# People have the AWS CLI, and HCP Terraform has not.
provider "kubernetes" {
  host                   = data.aws_eks_cluster.platform.endpoint
  cluster_ca_certificate = base64decode(data.aws_eks_cluster.platform.certificate_authority[0].data)
  token                  = one(ephemeral.aws_eks_cluster_auth.platform[*].token)

  dynamic "exec" {
    for_each = local.is_run ? [] : [data.aws_eks_cluster.platform.name]

    content {
      api_version = "client.authentication.k8s.io/v1beta1"
      command     = "aws"
      args        = ["eks", "get-token", "--region", local.p.region, "--cluster-name", exec.value]
    }
  }
}
