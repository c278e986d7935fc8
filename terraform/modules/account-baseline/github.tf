# Workflows of GitHub Actions log in by it, to roles that services make and that say
# which repository they trust. AWS has one provider for each host in an account.
resource "aws_iam_openid_connect_provider" "github" {
  count          = var.create_github_oidc_provider ? 1 : 0
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}
