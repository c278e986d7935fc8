locals {
  # Where Amazon publishes its newest images. A launch template could name the
  # parameter itself, but an instance refresh cannot roll back to that.
  image_parameter = local.is_windows ? (
    "/aws/service/ami-windows-latest/${var.operating_system == "windows-server-2025" ? "Windows_Server-2025" : "Windows_Server-2022"}-English-Full-Base"
    ) : (
    "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${local.is_arm ? "arm64" : "x86_64"}"
  )
}

data "aws_ssm_parameter" "ami" {
  count = var.ami_id == null ? 1 : 0
  name  = local.image_parameter
}
