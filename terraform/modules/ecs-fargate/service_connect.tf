locals {
  namespace = var.service_connect == null ? null : (
    var.service_connect.namespace != null ? var.service_connect.namespace : aws_service_discovery_http_namespace.this[0].arn
  )
}

resource "aws_service_discovery_http_namespace" "this" {
  count       = try(var.service_connect.namespace, "") == null ? 1 : 0
  name        = local.name
  description = "Service Connect of ${local.name}"
}
