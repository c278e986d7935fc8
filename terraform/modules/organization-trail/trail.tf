resource "aws_cloudtrail" "organization" {
  count = local.is_trail ? 1 : 0

  name                          = var.service
  s3_bucket_name                = local.bucket
  kms_key_id                    = "arn:${local.partition}:kms:${local.region}:${var.archive_account}:${local.alias}"
  is_organization_trail         = true
  is_multi_region_trail         = true
  include_global_service_events = true
  enable_log_file_validation    = true
  enable_logging                = true

  dynamic "insight_selector" {
    for_each = toset(var.insights)

    content {
      insight_type = insight_selector.value
    }
  }

  # Once there is one selector, only what selectors name is recorded.
  dynamic "advanced_event_selector" {
    for_each = length(var.event_selectors) + length(var.excluded_management_sources) > 0 ? [var.excluded_management_sources] : []

    content {
      name = "Management events"

      field_selector {
        field  = "eventCategory"
        equals = ["Management"]
      }

      dynamic "field_selector" {
        for_each = length(advanced_event_selector.value) > 0 ? [advanced_event_selector.value] : []

        content {
          field      = "eventSource"
          not_equals = field_selector.value
        }
      }
    }
  }

  dynamic "advanced_event_selector" {
    for_each = var.event_selectors

    content {
      name = advanced_event_selector.value.name

      dynamic "field_selector" {
        for_each = advanced_event_selector.value.fields

        content {
          field           = field_selector.value.field
          equals          = field_selector.value.equals
          not_equals      = field_selector.value.not_equals
          starts_with     = field_selector.value.starts_with
          not_starts_with = field_selector.value.not_starts_with
          ends_with       = field_selector.value.ends_with
          not_ends_with   = field_selector.value.not_ends_with
        }
      }
    }
  }

  # Where archive and trail are in one account.
  depends_on = [aws_kms_alias.log, aws_s3_bucket_policy.log]

  lifecycle {
    # CloudTrail answers with the key that the alias stands for.
    ignore_changes = [kms_key_id]
  }
}
