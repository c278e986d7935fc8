mock_provider "aws" {
  override_data {
    target = data.aws_partition.current
    values = { partition = "aws" }
  }
}

variables {
  service            = "organization-trail"
  key                = "prod-use1-999988887777"
  environment        = "prod"
  account            = "999988887777"
  region             = "us-east-1"
  organization_id    = "o-abcd123456"
  management_account = "999988887777"
  archive_account    = "555566667777"
}

run "records_the_whole_organisation" {
  command = plan

  assert {
    condition = (
      aws_cloudtrail.organization[0].is_organization_trail && aws_cloudtrail.organization[0].is_multi_region_trail &&
      aws_cloudtrail.organization[0].include_global_service_events && aws_cloudtrail.organization[0].enable_log_file_validation &&
      aws_cloudtrail.organization[0].enable_logging
    )
    error_message = "Every account, every Region, and whether a file has been changed."
  }

  assert {
    condition = (
      aws_cloudtrail.organization[0].s3_bucket_name == "organization-trail-555566667777-us-east-1" &&
      aws_cloudtrail.organization[0].kms_key_id == "arn:aws:kms:us-east-1:555566667777:alias/soa/organization-trail"
    )
    error_message = "It writes into the archive, with the archive's key."
  }

  assert {
    condition     = length(aws_cloudtrail.organization[0].insight_selector) == 0 && length(aws_cloudtrail.organization[0].advanced_event_selector) == 0
    error_message = "Management events, and nothing that costs more, unasked."
  }

  assert {
    condition     = length(aws_s3_bucket.log) == 0 && length(aws_kms_key.log) == 0 && length(aws_sqs_queue.files) == 0 && length(aws_athena_workgroup.log) == 0 && output.queue_url == null
    error_message = "The archive is of another account."
  }
}

run "records_what_it_is_told" {
  command = plan

  variables {
    insights                    = ["ApiCallRateInsight", "ApiErrorRateInsight"]
    excluded_management_sources = ["kms.amazonaws.com"]
    event_selectors = [{
      name = "Reads of customers' documents"
      fields = [
        { field = "eventCategory", equals = ["Data"] },
        { field = "resources.type", equals = ["AWS::S3::Object"] },
        { field = "resources.ARN", starts_with = ["arn:aws:s3:::documents/"] },
      ]
    }]
  }

  assert {
    condition     = toset([for insight in aws_cloudtrail.organization[0].insight_selector : insight.insight_type]) == toset(["ApiCallRateInsight", "ApiErrorRateInsight"])
    error_message = "CloudTrail looks for unusual rates."
  }

  assert {
    condition     = join(", ", aws_cloudtrail.organization[0].advanced_event_selector[*].name) == "Management events, Reads of customers' documents"
    error_message = "Management events are recorded all the same."
  }

  assert {
    condition = toset([
      for field in aws_cloudtrail.organization[0].advanced_event_selector[0].field_selector : "${field.field} ${jsonencode(coalesce(field.equals, field.not_equals))}"
    ]) == toset(["eventCategory [\"Management\"]", "eventSource [\"kms.amazonaws.com\"]"])
    error_message = "All but those of KMS."
  }
}

run "is_managed_by_a_delegated_administrator" {
  command = plan

  variables {
    account       = "444455556666"
    trail_account = "444455556666"
  }

  assert {
    condition     = length(aws_cloudtrail.organization) == 1 && length(aws_s3_bucket.log) == 0
    error_message = "The trail is made there."
  }
}

run "has_both_in_one_account" {
  command = plan

  variables {
    archive_account = "999988887777"
  }

  assert {
    condition     = length(aws_cloudtrail.organization) == 1 && length(aws_s3_bucket.log) == 1 && aws_cloudtrail.organization[0].s3_bucket_name == aws_s3_bucket.log[0].bucket
    error_message = "Trail and archive are together."
  }
}

run "refuses_a_selector_that_drops_management_events" {
  command = plan

  variables {
    event_selectors = [{ name = "Management", fields = [{ field = "eventCategory", equals = ["Management"] }] }]
  }

  expect_failures = [var.event_selectors]
}

run "refuses_an_archive_in_another_region" {
  command = plan

  variables {
    archive_region = "eu-west-1"
  }

  expect_failures = [var.archive_region]
}

run "refuses_an_insight_that_is_none" {
  command = plan

  variables {
    insights = ["EverythingInsight"]
  }

  expect_failures = [var.insights]
}

run "refuses_an_organisation_that_is_none" {
  command = plan

  variables {
    organization_id = "acme"
  }

  expect_failures = [var.organization_id]
}
