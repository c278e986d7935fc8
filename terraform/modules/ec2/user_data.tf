locals {
  # One ARN for all placements: a secret that is replicated has it in each Region.
  secrets = { for name, arn in var.secrets : name => replace(arn, "{region}", data.aws_region.current.region) }

  # What the service is told: by people, of its secrets, of those that it calls.
  variables = merge(
    { PORT = tostring(var.port) },
    var.environment_variables,
    { for name, arn in local.secrets : "${name}_SECRET_ARN" => arn },
    { for one in var.consumes : "${upper(replace(one.name, "-", "_"))}_URL" => one.url },
  )

  # A file that systemd and shells read alike: both take these four characters
  # for their own between double quotes.
  environment_file = join("", [
    for name, value in local.variables :
    "${name}=\"${replace(replace(replace(replace(value, "\\", "\\\\"), "\"", "\\\""), "`", "\\`"), "$", "\\$")}\"\n"
  ])

  boot_log = local.is_windows ? "C:\\ProgramData\\Amazon\\EC2Launch\\log\\agent.log" : "/var/log/cloud-init-output.log"

  agent = {
    agent = { metrics_collection_interval = 60 }
    logs = {
      logs_collected = merge(
        {
          files = {
            collect_list = [
              for path in concat([local.boot_log], var.log_files) : {
                file_path       = path
                log_group_name  = aws_cloudwatch_log_group.this.name
                log_stream_name = "{instance_id}${replace(path, "/[:*]/", "_")}"
              }
            ]
          }
        },
        local.is_windows ? {
          windows_events = {
            collect_list = [
              for name in ["Application", "System"] : {
                event_name      = name
                event_levels    = ["WARNING", "ERROR", "CRITICAL"]
                event_format    = "xml"
                log_group_name  = aws_cloudwatch_log_group.this.name
                log_stream_name = "{instance_id}/${name}"
              }
            ]
          }
        } : {},
      )
    }
    metrics = {
      namespace         = "CWAgent"
      append_dimensions = { AutoScalingGroupName = "$${aws:AutoScalingGroupName}" }
      aggregation_dimensions = [
        ["AutoScalingGroupName"],
      ]
      metrics_collected = local.is_windows ? {
        Memory      = { measurement = ["% Committed Bytes In Use"] }
        LogicalDisk = { measurement = ["% Free Space"], resources = ["C:"] }
        } : {
        mem  = { measurement = ["mem_used_percent"] }
        disk = { measurement = ["disk_used_percent"], resources = ["/"] }
      }
    }
  }

  setup = templatefile("${path.module}/files/${local.is_windows ? "setup.ps1" : "setup.sh"}.tftpl", {
    environment = base64encode(local.is_windows ? jsonencode(local.variables) : local.environment_file)
    agent       = base64encode(jsonencode(local.agent))
    user_data   = base64encode(coalesce(var.user_data, "\n"))
    region      = data.aws_region.current.region
  })

  # cloud-init runs the parts in this order, and each may be of another kind.
  parts = concat(
    [{ kind = "x-shellscript", name = "10-soa-setup.sh", content = local.setup }],
    var.user_data == null ? [] : [{
      kind    = startswith(var.user_data, "#!") ? "x-shellscript" : "cloud-config"
      name    = "20-service"
      content = var.user_data
    }],
  )

  multipart = join("\n", concat(
    ["MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"soa\"", ""],
    flatten([
      for part in local.parts : [
        "--soa",
        "Content-Type: text/${part.kind}; charset=\"utf-8\"",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename=\"${part.name}\"",
        "",
        base64encode(part.content),
      ]
    ]),
    ["--soa--", ""],
  ))

  user_data_base64 = var.user_data_base64 != null ? var.user_data_base64 : base64encode(local.is_windows ? local.setup : local.multipart)
}
