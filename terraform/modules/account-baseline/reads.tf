locals {
  # What a plan reads of each service: how things are set up, never what people
  # keep in them. Hence no s3:Get*, ec2:Get*, secretsmanager:Get* or ssm:Get*.
  reads_of = {
    acm                     = ["acm:DescribeCertificate", "acm:ListCertificates", "acm:ListTagsForCertificate"]
    apigateway              = ["apigateway:GET"]
    application-autoscaling = ["application-autoscaling:Describe*", "application-autoscaling:ListTagsForResource", "tag:GetResources"]
    athena                  = ["athena:GetWorkGroup", "athena:ListTagsForResource"]
    autoscaling             = ["autoscaling:Describe*"]
    cloudformation          = ["cloudformation:Describe*", "cloudformation:GetTemplate", "cloudformation:GetTemplateSummary", "cloudformation:List*"]
    cloudfront              = ["cloudfront:Describe*", "cloudfront:Get*", "cloudfront:List*"]
    cloudtrail              = ["cloudtrail:DescribeTrails", "cloudtrail:GetEventSelectors", "cloudtrail:GetInsightSelectors", "cloudtrail:GetTrail", "cloudtrail:GetTrailStatus", "cloudtrail:ListTags"]
    cloudwatch              = ["cloudwatch:Describe*", "cloudwatch:GetDashboard", "cloudwatch:ListTagsForResource"]
    codedeploy              = ["codedeploy:BatchGet*", "codedeploy:Get*", "codedeploy:List*"]
    deliveries              = ["logs:GetDelivery*"]
    ec2                     = ["ec2:Describe*", "ec2:GetIpamPoolAllocations", "ec2:GetIpamPoolCidrs", "ec2:GetManagedPrefixListAssociations", "ec2:GetManagedPrefixListEntries", "ec2:GetSecurityGroupsForVpc", "ec2:GetTransitGatewayRouteTableAssociations", "ec2:GetTransitGatewayRouteTablePropagations", "ec2:SearchTransitGatewayRoutes"]
    ecs                     = ["ecs:Describe*", "ecs:List*", "tag:GetResources"]
    eks                     = ["eks:Describe*", "eks:List*"]
    elasticloadbalancing    = ["elasticloadbalancing:Describe*", "elasticloadbalancing:GetLoadBalancerWebACL"]
    glue                    = ["glue:GetDatabase", "glue:GetPartitionIndexes", "glue:GetTable", "glue:GetTags"]
    iam                     = ["iam:GetInstanceProfile", "iam:GetOpenIDConnectProvider", "iam:GetPolicy", "iam:GetPolicyVersion", "iam:GetRole", "iam:GetRolePolicy", "iam:List*"]
    images                  = ["ecr:GetRepositoryPolicy"]
    interfaces              = []
    kms                     = ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:List*"]
    lattice                 = ["organizations:DescribeOrganization", "vpc-lattice:GetService*", "vpc-lattice:ListServices", "vpc-lattice:ListTagsForResource"]
    lambda                  = ["lambda:Get*", "lambda:List*"]
    logs                    = ["logs:Describe*", "logs:ListTagsForResource", "logs:ListTagsLogGroup"]
    machines                = []
    organizations           = ["organizations:DescribeOrganization", "organizations:ListAWSServiceAccessForOrganization", "organizations:ListDelegatedAdministrators"]
    ram                     = ["ram:Get*", "ram:List*"]
    route53                 = ["route53:Get*", "route53:List*"]
    s3                      = ["s3:GetAccelerateConfiguration", "s3:GetBucket*", "s3:GetEncryptionConfiguration", "s3:GetLifecycleConfiguration", "s3:GetReplicationConfiguration", "s3:ListBucket", "s3:ListTagsForResource"]
    servicediscovery        = ["servicediscovery:Get*", "servicediscovery:List*"]
    sns                     = ["sns:GetDataProtectionPolicy", "sns:GetSubscriptionAttributes", "sns:GetTopicAttributes", "sns:ListSubscriptionsByTopic", "sns:ListTagsForResource"]
    sqs                     = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ListQueueTags"]
    stacks                  = ["cloudformation:Describe*", "cloudformation:GetTemplate"]
    vpc-lattice             = ["organizations:DescribeOrganization", "vpc-lattice:Get*", "vpc-lattice:List*"]
    wafv2                   = ["wafv2:Get*", "wafv2:List*"]
  }

  reads = {
    for runtime, services in local.services_of : "read-${runtime}" => [
      {
        Sid      = "Read"
        Effect   = "Allow"
        Action   = flatten([for service in concat(services, runtime == "platform" ? local.organization_services : []) : local.reads_of[service]])
        Resource = "*"
      },
      {
        Sid    = "ReadParameters"
        Effect = "Allow"
        Action = ["ssm:GetParameter", "ssm:GetParameters", "ssm:ListTagsForResource"]
        Resource = [
          "arn:${data.aws_partition.current.partition}:ssm:*:${var.account}:parameter/soa/*",
          # Public ones, such as the newest machine images.
          "arn:${data.aws_partition.current.partition}:ssm:*::parameter/aws/service/*",
        ]
      },
      {
        Sid      = "FindParameters"
        Effect   = "Allow"
        Action   = ["ssm:DescribeParameters", "sts:GetCallerIdentity"]
        Resource = "*"
      },
    ]
  }
}
