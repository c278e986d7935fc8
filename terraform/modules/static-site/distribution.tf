resource "aws_cloudfront_origin_access_control" "this" {
  name                              = local.short_name
  description                       = "Reads the bucket of ${local.name}"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_function" "paths" {
  name    = "${local.short_name}-paths"
  comment = "Which file answers a path of ${local.name}"
  runtime = "cloudfront-js-2.0"
  publish = true

  code = templatefile("${path.module}/files/paths.js.tftpl", {
    single_page = var.single_page
    index       = jsonencode(var.index_document)
  })
}

resource "aws_cloudfront_response_headers_policy" "this" {
  name    = local.short_name
  comment = "What browsers are told of ${local.name}"

  security_headers_config {
    strict_transport_security {
      access_control_max_age_sec = var.hsts_max_age_days * 86400
      include_subdomains         = true
      override                   = true
    }

    content_type_options {
      override = true
    }

    frame_options {
      frame_option = var.frame_options
      override     = true
    }

    referrer_policy {
      referrer_policy = "strict-origin-when-cross-origin"
      override        = true
    }

    dynamic "content_security_policy" {
      for_each = var.content_security_policy == "" ? [] : [var.content_security_policy]

      content {
        content_security_policy = content_security_policy.value
        override                = true
      }
    }
  }
}

resource "aws_cloudfront_distribution" "this" {
  comment             = local.name
  enabled             = true
  aliases             = local.has_host ? [local.host] : []
  default_root_object = var.index_document
  http_version        = "http2and3"
  is_ipv6_enabled     = true
  price_class         = var.price_class
  web_acl_id          = var.waf ? aws_wafv2_web_acl.this[0].arn : var.web_acl_arn

  origin {
    origin_id                = "bucket"
    domain_name              = aws_s3_bucket.this.bucket_regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.this.id
  }

  default_cache_behavior {
    target_origin_id           = "bucket"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD", "OPTIONS"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    response_headers_policy_id = aws_cloudfront_response_headers_policy.this.id

    # Amazon's own "CachingOptimized", which has this id in every account.
    cache_policy_id = "658327ea-f89d-4fab-a63d-7e88639e58f6"

    function_association {
      event_type   = "viewer-request"
      function_arn = aws_cloudfront_function.paths.arn
    }
  }

  dynamic "custom_error_response" {
    for_each = var.not_found_page == null ? [] : [var.not_found_page]

    content {
      error_code            = 404
      response_code         = 404
      response_page_path    = custom_error_response.value
      error_caching_min_ttl = 10
    }
  }

  restrictions {
    geo_restriction {
      restriction_type = length(var.allowed_countries) > 0 ? "whitelist" : length(var.denied_countries) > 0 ? "blacklist" : "none"
      locations        = concat(var.allowed_countries, var.denied_countries)
    }
  }

  # With CloudFront's own name, CloudFront decides on TLS, and says so.
  viewer_certificate {
    acm_certificate_arn            = local.has_host ? aws_acm_certificate_validation.this[0].certificate_arn : null
    cloudfront_default_certificate = local.has_host ? null : true
    minimum_protocol_version       = local.has_host ? var.minimum_tls : "TLSv1"
    ssl_support_method             = local.has_host ? "sni-only" : null
  }
}
