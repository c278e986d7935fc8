resource "aws_cloudwatch_log_group" "this" {
  name              = "/soa/${local.name}"
  retention_in_days = local.retention
  kms_key_id        = local.kms_key
}

resource "aws_lambda_function" "this" {
  function_name = local.function_name
  description   = "${var.service} in ${var.environment}"
  role          = aws_iam_role.function.arn
  architectures = [var.architecture]
  memory_size   = var.memory
  timeout       = var.timeout
  kms_key_arn   = local.kms_key

  package_type            = var.image == null ? "Zip" : "Image"
  image_uri               = var.image == null ? null : local.image
  s3_bucket               = var.zip == null ? null : replace(var.zip.bucket, "{region}", local.region)
  s3_key                  = one(var.zip[*].key)
  s3_object_version       = one(var.zip[*].version)
  handler                 = one(var.zip[*].handler)
  runtime                 = one(var.zip[*].runtime)
  code_signing_config_arn = var.zip == null ? null : var.code_signing_config_arn

  # Each change is a version of its own, which nothing changes any more and to
  # which requests can be sent back.
  publish = true

  reserved_concurrent_executions = coalesce(var.reserved_concurrency, -1)

  environment {
    variables = local.environment
  }

  ephemeral_storage {
    size = var.ephemeral_storage
  }

  logging_config {
    log_format            = "JSON"
    log_group             = aws_cloudwatch_log_group.this.name
    application_log_level = var.log_level
    system_log_level      = "WARN"
  }

  tracing_config {
    mode = var.tracing ? "Active" : "PassThrough"
  }

  dynamic "image_config" {
    for_each = var.image == null || var.image_command == null ? [] : [var.image_command]

    content {
      command = image_config.value
    }
  }

  dynamic "vpc_config" {
    for_each = aws_security_group.this

    content {
      subnet_ids         = split(",", nonsensitive(data.aws_ssm_parameter.subnet_ids[0].value))
      security_group_ids = [vpc_config.value.id]
    }
  }

  # Lambda asks at once whether the role may use the network.
  depends_on = [aws_iam_role_policy.this]

  lifecycle {
    precondition {
      condition     = (var.image == null) != (var.zip == null)
      error_message = "Name either an image or a zip."
    }

    precondition {
      condition     = var.image == null || try(local.image_parts.region == local.region, false)
      error_message = "Lambda fetches images of its own Region only: write {region} in image, and have ECR replicate the repository to ${local.region}."
    }

    precondition {
      # In bytes, which base64 has in fours for threes.
      condition     = length(base64encode(join("", flatten([for name, value in local.environment : [name, value]])))) * 3 / 4 <= 4096
      error_message = "Lambda takes 4 KB of environment variables in all, with those of secrets and of consumed services: leave more to a file of the code, or to Parameter Store."
    }

    precondition {
      condition     = var.reserved_concurrency == null || var.provisioned_concurrency <= coalesce(var.reserved_concurrency, var.provisioned_concurrency)
      error_message = "provisioned_concurrency is taken from reserved_concurrency: it cannot be greater."
    }
  }
}

locals {
  environment = merge(
    { for consumed in var.consumes : "${replace(upper(consumed.name), "-", "_")}_URL" => consumed.url },
    local.secrets,
    var.environment_variables,
  )

  # One ARN for all placements: a secret that is replicated has it in each Region.
  secrets = { for name, arn in var.secrets : name => replace(arn, "{region}", local.region) }

  image       = var.image == null ? null : replace(var.image, "{region}", local.region)
  image_parts = try(regex("^(?P<account>\\d{12})\\.dkr\\.ecr(?:-fips)?\\.(?P<region>[a-z0-9-]+)\\.[a-z.]+/(?P<repository>[^:@]+)", local.image), null)
}
