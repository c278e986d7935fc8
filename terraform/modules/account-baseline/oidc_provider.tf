# HCP Terraform signs a token for each phase of a run; IAM takes it from this
# provider only, and checks its certificate against the public authorities.
resource "aws_iam_openid_connect_provider" "hcp_terraform" {
  count          = var.create_oidc_provider ? 1 : 0
  url            = "https://${var.hostname}"
  client_id_list = [var.audience]
}

locals {
  # IAM names a provider after its host, so that a plan knows the ARN already.
  oidc_provider_arn = coalesce(var.oidc_provider_arn, "${local.iam}:oidc-provider/${var.hostname}")
}
