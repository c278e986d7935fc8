locals {
  database = replace(var.service, "-", "_")
  table    = "cloudtrail"

  # As AWS documents the table of CloudTrail's SerDe; what a call asked and was
  # answered is text, for json_extract.
  columns = [
    ["eventversion", "string"],
    ["useridentity", join("", [
      "struct<type:string,principalid:string,arn:string,accountid:string,invokedby:string,accesskeyid:string,username:string,",
      "onbehalfof:struct<userid:string,identitystorearn:string>,",
      "sessioncontext:struct<attributes:struct<mfaauthenticated:string,creationdate:string>,",
      "sessionissuer:struct<type:string,principalid:string,arn:string,accountid:string,username:string>,",
      "ec2roledelivery:string,webidfederationdata:struct<federatedprovider:string,attributes:map<string,string>>>>",
    ])],
    ["eventtime", "string"],
    ["eventsource", "string"],
    ["eventname", "string"],
    ["awsregion", "string"],
    ["sourceipaddress", "string"],
    ["useragent", "string"],
    ["errorcode", "string"],
    ["errormessage", "string"],
    ["requestparameters", "string"],
    ["responseelements", "string"],
    ["additionaleventdata", "string"],
    ["requestid", "string"],
    ["eventid", "string"],
    ["readonly", "string"],
    ["resources", "array<struct<arn:string,accountid:string,type:string>>"],
    ["eventtype", "string"],
    ["apiversion", "string"],
    ["recipientaccountid", "string"],
    ["serviceeventdetails", "string"],
    ["sharedeventid", "string"],
    ["vpcendpointid", "string"],
    ["eventcategory", "string"],
  ]
}

resource "aws_glue_catalog_database" "log" {
  count       = local.is_archive ? 1 : 0
  name        = local.database
  description = "CloudTrail's log of the organisation"
}

# Partitions are computed, not listed. Accounts are injected: a query names those
# that it looks at, as there are too many to list.
resource "aws_glue_catalog_table" "log" {
  count         = local.is_archive ? 1 : 0
  database_name = aws_glue_catalog_database.log[0].name
  name          = local.table
  table_type    = "EXTERNAL_TABLE"

  parameters = {
    EXTERNAL                             = "TRUE"
    classification                       = "cloudtrail"
    "projection.enabled"                 = "true"
    "projection.account.type"            = "injected"
    "projection.region.type"             = "enum"
    "projection.region.values"           = join(",", sort(var.recorded_regions))
    "projection.timestamp.type"          = "date"
    "projection.timestamp.format"        = "yyyy/MM/dd"
    "projection.timestamp.range"         = "${var.first_day},NOW"
    "projection.timestamp.interval"      = "1"
    "projection.timestamp.interval.unit" = "DAYS"
    "storage.location.template"          = "s3://${local.bucket}/${local.log_prefix}$${account}/CloudTrail/$${region}/$${timestamp}"
  }

  dynamic "partition_keys" {
    for_each = ["account", "region", "timestamp"]

    content {
      name = partition_keys.value
      type = "string"
    }
  }

  storage_descriptor {
    location      = "s3://${local.bucket}/${local.log_prefix}"
    input_format  = "com.amazon.emr.cloudtrail.CloudTrailInputFormat"
    output_format = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat"

    ser_de_info {
      serialization_library = "org.apache.hive.hcatalog.data.JsonSerDe"
    }

    dynamic "columns" {
      for_each = local.columns

      content {
        name = columns.value[0]
        type = columns.value[1]
      }
    }
  }
}

resource "aws_athena_workgroup" "log" {
  count       = local.is_archive ? 1 : 0
  name        = var.service
  description = "Queries of CloudTrail's log of the organisation"

  configuration {
    enforce_workgroup_configuration    = true
    publish_cloudwatch_metrics_enabled = true
    bytes_scanned_cutoff_per_query     = var.query_limit_gib * 1073741824

    result_configuration {
      output_location       = "s3://${aws_s3_bucket.results[0].id}/"
      expected_bucket_owner = var.account

      encryption_configuration {
        encryption_option = "SSE_KMS"
        kms_key_arn       = aws_kms_key.log[0].arn
      }
    }
  }
}
