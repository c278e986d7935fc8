# "Standard logging v2": CloudFront hands its log to CloudWatch, which delivers it.
resource "aws_cloudwatch_log_group" "access" {
  count             = var.access_log == "cloudwatch" ? 1 : 0
  region            = local.cloudfront_region
  name              = "/aws/vendedlogs/soa/${local.name}"
  retention_in_days = var.production ? 365 : 30
  kms_key_id        = nonsensitive(data.aws_ssm_parameter.kms_key_arn[0].value)
}

resource "aws_cloudwatch_log_delivery_source" "access" {
  count        = var.access_log == "none" ? 0 : 1
  region       = local.cloudfront_region
  name         = local.short_name
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.this.arn
}

resource "aws_cloudwatch_log_delivery_destination" "access" {
  count         = var.access_log == "none" ? 0 : 1
  region        = local.cloudfront_region
  name          = local.short_name
  output_format = "json"

  delivery_destination_configuration {
    destination_resource_arn = var.access_log == "s3" ? var.access_log_bucket_arn : aws_cloudwatch_log_group.access[0].arn
  }
}

resource "aws_cloudwatch_log_delivery" "access" {
  count                    = var.access_log == "none" ? 0 : 1
  region                   = local.cloudfront_region
  delivery_source_name     = aws_cloudwatch_log_delivery_source.access[0].name
  delivery_destination_arn = aws_cloudwatch_log_delivery_destination.access[0].arn
}
