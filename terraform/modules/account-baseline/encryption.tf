resource "aws_ebs_encryption_by_default" "this" {
  for_each = local.guarded_regions
  region   = each.value
  enabled  = true
}

resource "aws_kms_key" "ebs" {
  for_each                = var.ebs_customer_key ? local.guarded_regions : []
  region                  = each.value
  description             = "Volumes and snapshots"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "LeaveItToIam"
        Effect    = "Allow"
        Principal = { AWS = "${local.iam}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        # As AWS's own key has it: whoever may make a volume may encrypt it. Auto
        # Scaling's service-linked role, which may not be there yet, is among them.
        Sid       = "VolumesOfTheAccount"
        Effect    = "Allow"
        Principal = { AWS = "*" }
        Action    = ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
        Resource  = "*"
        Condition = {
          StringEquals = {
            "kms:CallerAccount" = var.account
            "kms:ViaService"    = "ec2.${each.value}.amazonaws.com"
          }
        }
      },
    ]
  })
}

resource "aws_kms_alias" "ebs" {
  for_each      = aws_kms_key.ebs
  region        = each.key
  name          = "alias/soa/ebs"
  target_key_id = each.value.key_id
}

resource "aws_ebs_default_kms_key" "this" {
  for_each = aws_kms_key.ebs
  region   = each.key
  key_arn  = each.value.arn
}
