locals {
  # The AWS services whose resources the module of each runtime makes.
  services_of = {
    ecs-fargate = concat(local.common, ["acm", "application-autoscaling", "ec2", "ecs", "elasticloadbalancing", "servicediscovery", "wafv2"])
    ecs-ec2     = concat(local.common, ["acm", "application-autoscaling", "autoscaling", "ec2", "ecs", "elasticloadbalancing", "machines"])
    eks         = ["cloudwatch", "eks", "iam", "lattice"]
    lambda      = concat(local.common, ["acm", "apigateway", "codedeploy", "ec2", "images", "interfaces", "lambda", "sqs", "stacks"])
    ec2         = concat(local.common, ["acm", "autoscaling", "ec2", "elasticloadbalancing", "machines", "wafv2"])
    static-site = ["acm", "cloudfront", "cloudwatch", "deliveries", "iam", "kms", "logs", "route53", "s3", "wafv2"]
    platform    = concat(local.common, ["acm", "autoscaling", "ec2", "ecs", "eks", "elasticloadbalancing", "machines", "ram", "s3", "sns", "wafv2"])
  }

  # And those of the organisation's trail, archive and stack sets.
  organization_services = var.organization_rights ? ["athena", "cloudformation", "cloudtrail", "glue", "organizations", "sqs"] : []

  common = ["cloudwatch", "iam", "kms", "logs", "route53", "vpc-lattice"]

  # What an apply does beside reading. What goes by names is not here: see own.tf.
  # For an image, Lambda lets itself into the repository, in the name of whoever makes
  # the function; what that leaves in its network goes with its security group.
  writes_of = {
    acm                     = ["acm:AddTagsToCertificate", "acm:DeleteCertificate", "acm:RemoveTagsFromCertificate", "acm:RequestCertificate", "acm:UpdateCertificateOptions"]
    apigateway              = ["apigateway:DELETE", "apigateway:PATCH", "apigateway:POST", "apigateway:PUT", "apigateway:TagResource", "apigateway:UntagResource"]
    application-autoscaling = ["application-autoscaling:DeleteScalingPolicy", "application-autoscaling:DeleteScheduledAction", "application-autoscaling:DeregisterScalableTarget", "application-autoscaling:PutScalingPolicy", "application-autoscaling:PutScheduledAction", "application-autoscaling:RegisterScalableTarget", "application-autoscaling:TagResource", "application-autoscaling:UntagResource"]
    athena                  = ["athena:CreateWorkGroup", "athena:DeleteWorkGroup", "athena:TagResource", "athena:UntagResource", "athena:UpdateWorkGroup"]
    autoscaling             = ["autoscaling:AttachLoadBalancerTargetGroups", "autoscaling:AttachTrafficSources", "autoscaling:CancelInstanceRefresh", "autoscaling:Create*", "autoscaling:Delete*", "autoscaling:DetachLoadBalancerTargetGroups", "autoscaling:DetachTrafficSources", "autoscaling:DisableMetricsCollection", "autoscaling:EnableMetricsCollection", "autoscaling:Put*", "autoscaling:ResumeProcesses", "autoscaling:SetInstanceProtection", "autoscaling:StartInstanceRefresh", "autoscaling:SuspendProcesses", "autoscaling:TerminateInstanceInAutoScalingGroup", "autoscaling:UpdateAutoScalingGroup"]
    cloudformation          = ["cloudformation:CreateStackInstances", "cloudformation:CreateStackSet", "cloudformation:DeleteStackInstances", "cloudformation:DeleteStackSet", "cloudformation:StopStackSetOperation", "cloudformation:TagResource", "cloudformation:UntagResource", "cloudformation:UpdateStackInstances", "cloudformation:UpdateStackSet"]
    cloudfront              = ["cloudfront:AssociateAlias", "cloudfront:Create*", "cloudfront:Delete*", "cloudfront:PublishFunction", "cloudfront:TagResource", "cloudfront:TestFunction", "cloudfront:UntagResource", "cloudfront:Update*"]
    cloudtrail              = ["cloudtrail:AddTags", "cloudtrail:CreateTrail", "cloudtrail:DeleteTrail", "cloudtrail:PutEventSelectors", "cloudtrail:PutInsightSelectors", "cloudtrail:RemoveTags", "cloudtrail:StartLogging", "cloudtrail:StopLogging", "cloudtrail:UpdateTrail"]
    cloudwatch              = ["cloudwatch:DeleteAlarms", "cloudwatch:DeleteDashboards", "cloudwatch:PutCompositeAlarm", "cloudwatch:PutDashboard", "cloudwatch:PutMetricAlarm", "cloudwatch:TagResource", "cloudwatch:UntagResource"]
    codedeploy              = ["codedeploy:Create*", "codedeploy:Delete*", "codedeploy:RegisterApplicationRevision", "codedeploy:StopDeployment", "codedeploy:TagResource", "codedeploy:UntagResource", "codedeploy:Update*"]
    deliveries              = ["cloudfront:AllowVendedLogDeliveryForResource", "logs:CreateDelivery", "logs:DeleteDelivery*", "logs:PutDelivery*", "logs:UpdateDeliveryConfiguration"]
    ec2                     = ["ec2:AuthorizeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupIngress", "ec2:CreateSecurityGroup", "ec2:CreateTags", "ec2:DeleteSecurityGroup", "ec2:DeleteTags", "ec2:ModifySecurityGroupRules", "ec2:RevokeSecurityGroupEgress", "ec2:RevokeSecurityGroupIngress", "ec2:UpdateSecurityGroupRuleDescriptionsEgress", "ec2:UpdateSecurityGroupRuleDescriptionsIngress"]
    ecs                     = ["ecs:CreateCapacityProvider", "ecs:CreateCluster", "ecs:CreateService", "ecs:DeleteCapacityProvider", "ecs:DeleteCluster", "ecs:DeleteService", "ecs:DeleteTaskDefinitions", "ecs:DeregisterTaskDefinition", "ecs:PutClusterCapacityProviders", "ecs:RegisterTaskDefinition", "ecs:StopServiceDeployment", "ecs:TagResource", "ecs:UntagResource", "ecs:UpdateCapacityProvider", "ecs:UpdateCluster", "ecs:UpdateClusterSettings", "ecs:UpdateService"]
    eks                     = ["eks:CreatePodIdentityAssociation", "eks:DeletePodIdentityAssociation", "eks:TagResource", "eks:UntagResource", "eks:UpdatePodIdentityAssociation"]
    elasticloadbalancing    = ["elasticloadbalancing:AddListenerCertificates", "elasticloadbalancing:AddTags", "elasticloadbalancing:Create*", "elasticloadbalancing:Delete*", "elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:Modify*", "elasticloadbalancing:RegisterTargets", "elasticloadbalancing:RemoveListenerCertificates", "elasticloadbalancing:RemoveTags", "elasticloadbalancing:Set*"]
    glue                    = ["glue:CreateDatabase", "glue:CreateTable", "glue:DeleteDatabase", "glue:DeleteTable", "glue:TagResource", "glue:UntagResource", "glue:UpdateDatabase", "glue:UpdateTable"]
    iam                     = []
    images                  = ["ecr:SetRepositoryPolicy"]
    interfaces              = ["ec2:DeleteNetworkInterface"]
    kms                     = []
    lattice                 = []
    lambda                  = ["lambda:AddPermission", "lambda:Create*", "lambda:Delete*", "lambda:Publish*", "lambda:Put*", "lambda:RemovePermission", "lambda:TagResource", "lambda:UntagResource", "lambda:Update*"]
    logs                    = ["logs:AssociateKmsKey", "logs:CreateLogDelivery", "logs:CreateLogGroup", "logs:DeleteLogDelivery", "logs:DeleteLogGroup", "logs:DeleteMetricFilter", "logs:DeleteResourcePolicy", "logs:DeleteRetentionPolicy", "logs:DisassociateKmsKey", "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutMetricFilter", "logs:PutResourcePolicy", "logs:PutRetentionPolicy", "logs:TagLogGroup", "logs:TagResource", "logs:UntagResource", "logs:UpdateLogDelivery"]
    machines                = ["ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion", "ec2:DeleteLaunchTemplate", "ec2:DeleteLaunchTemplateVersions", "ec2:ModifyLaunchTemplate", "ec2:RunInstances"]
    organizations           = []
    ram                     = ["ram:AssociateResourceShare", "ram:AssociateResourceSharePermission", "ram:CreateResourceShare", "ram:DeleteResourceShare", "ram:DisassociateResourceShare", "ram:DisassociateResourceSharePermission", "ram:TagResource", "ram:UntagResource", "ram:UpdateResourceShare"]
    route53                 = ["route53:ChangeResourceRecordSets", "route53:ChangeTagsForResource", "route53:CreateHealthCheck", "route53:DeleteHealthCheck", "route53:UpdateHealthCheck"]
    s3                      = ["s3:CreateBucket", "s3:DeleteBucket", "s3:DeleteBucketPolicy", "s3:DeleteBucketWebsite", "s3:PutBucket*", "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration", "s3:PutReplicationConfiguration", "s3:TagResource", "s3:UntagResource"]
    servicediscovery        = ["servicediscovery:Create*", "servicediscovery:Delete*", "servicediscovery:TagResource", "servicediscovery:UntagResource", "servicediscovery:Update*"]
    sns                     = ["sns:CreateTopic", "sns:DeleteTopic", "sns:SetSubscriptionAttributes", "sns:SetTopicAttributes", "sns:Subscribe", "sns:TagResource", "sns:Unsubscribe", "sns:UntagResource"]
    sqs                     = ["sqs:CreateQueue", "sqs:DeleteQueue", "sqs:SetQueueAttributes", "sqs:TagQueue", "sqs:UntagQueue"]
    stacks                  = []
    vpc-lattice             = ["vpc-lattice:CreateAccessLogSubscription", "vpc-lattice:CreateListener", "vpc-lattice:CreateRule", "vpc-lattice:CreateService", "vpc-lattice:CreateServiceNetworkServiceAssociation", "vpc-lattice:CreateTargetGroup", "vpc-lattice:Delete*", "vpc-lattice:DeregisterTargets", "vpc-lattice:PutAuthPolicy", "vpc-lattice:RegisterTargets", "vpc-lattice:TagResource", "vpc-lattice:UntagResource", "vpc-lattice:Update*"]
    wafv2                   = ["wafv2:AssociateWebACL", "wafv2:CreateWebACL", "wafv2:DeleteLoggingConfiguration", "wafv2:DeleteWebACL", "wafv2:DisassociateWebACL", "wafv2:PutLoggingConfiguration", "wafv2:TagResource", "wafv2:UntagResource", "wafv2:UpdateWebACL"]
  }

  # What the runtime platform does beyond that: networks, clusters, keys, zones,
  # and the contract by which services find them.
  network = [
    {
      Sid    = "MakePlatforms"
      Effect = "Allow"
      Action = [
        "ec2:AcceptTransitGatewayVpcAttachment", "ec2:Allocate*", "ec2:AssociateAddress", "ec2:AssociateDhcpOptions", "ec2:AssociateRouteTable", "ec2:AssociateSubnetCidrBlock",
        "ec2:AssociateTransitGatewayRouteTable", "ec2:AssociateVpcCidrBlock", "ec2:AttachInternetGateway", "ec2:Create*", "ec2:Delete*", "ec2:DetachInternetGateway",
        "ec2:Disassociate*", "ec2:Modify*", "ec2:ReleaseAddress", "ec2:ReleaseIpamPoolAllocation", "ec2:Replace*",
        "eks:Associate*", "eks:Create*", "eks:Delete*", "eks:Disassociate*", "eks:Update*",
        "kms:CreateAlias", "kms:CreateKey", "kms:DeleteAlias", "kms:EnableKeyRotation", "kms:TagResource", "kms:UpdateAlias",
        "route53:AssociateVPCWithHostedZone", "route53:CreateHostedZone", "route53:DeleteHostedZone", "route53:DisassociateVPCFromHostedZone", "route53:UpdateHostedZoneComment",
        "vpc-lattice:Create*", "vpc-lattice:PutResourcePolicy",
      ]
      Resource = "*"
    },
    {
      Sid      = "PublishTheContract"
      Effect   = "Allow"
      Action   = ["ssm:AddTagsToResource", "ssm:DeleteParameter", "ssm:PutParameter", "ssm:RemoveTagsFromResource"]
      Resource = "arn:${data.aws_partition.current.partition}:ssm:*:${var.account}:parameter/soa/platform/*"
    },
  ]

  # What a service on Fargate does beyond that where it may have a network of its own.
  has_own_networks = coalesce(var.own_networks, var.environment == "sandbox")
  own_network = [
    {
      Sid    = "MakeNetworks"
      Effect = "Allow"
      Action = [
        "ec2:AllocateIpamPoolCidr", "ec2:AssociateRouteTable", "ec2:AssociateVpcCidrBlock", "ec2:AttachInternetGateway", "ec2:CreateInternetGateway", "ec2:CreateRoute", "ec2:CreateRouteTable", "ec2:CreateSubnet", "ec2:CreateVpc",
        "ec2:DeleteInternetGateway", "ec2:DeleteRoute", "ec2:DeleteRouteTable", "ec2:DeleteSubnet", "ec2:DeleteVpc", "ec2:DetachInternetGateway", "ec2:DisassociateRouteTable",
        "ec2:DisassociateVpcCidrBlock", "ec2:ModifySubnetAttribute", "ec2:ModifyVpcAttribute", "ec2:ModifyVpcTenancy", "ec2:ReplaceRoute", "ec2:ReplaceRouteTableAssociation",
      ]
      Resource = "*"
    },
  ]

  organization = [{
    Sid      = "ManageTheTrail"
    Effect   = "Allow"
    Action   = flatten([for service in local.organization_services : local.writes_of[service]])
    Resource = "*"
  }]

  # A bucket of what is made again goes with all that is in it.
  emptying = ["s3:DeleteObject", "s3:DeleteObjectVersion", "s3:ListBucketVersions"]

  writes = {
    for runtime, services in local.services_of : "write-${runtime}" => [for statement in [
      {
        Sid      = "Write"
        Effect   = "Allow"
        Action   = flatten([for service in services : local.writes_of[service] if service != "s3"])
        Resource = "*"
      },
      {
        # The platform's keys, through the services that encrypt with them.
        Sid       = "UseKeys"
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"]
        Resource  = "*"
        Condition = { StringLike = { "kms:ViaService" = "*.amazonaws.com" } }
      },
      {
        Sid       = "GrantKeysToServices"
        Effect    = "Allow"
        Action    = "kms:CreateGrant"
        Resource  = "*"
        Condition = { Bool = { "kms:GrantIsForAWSResource" = "true" } }
      },
      {
        Sid       = "ServiceLinkedRoles"
        Effect    = "Allow"
        Action    = "iam:CreateServiceLinkedRole"
        Resource  = "${local.iam}:role/aws-service-role/*"
        Condition = { StringEquals = { "iam:AWSServiceName" = local.linked_services[runtime] } }
      },
    ] : statement if statement.Sid != "ServiceLinkedRoles" || length(local.linked_services[runtime]) > 0]
  }

  linked_services = {
    ecs-fargate = ["ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com", "vpc-lattice.amazonaws.com"]
    ecs-ec2     = ["autoscaling.amazonaws.com", "ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com", "spot.amazonaws.com", "vpc-lattice.amazonaws.com"]
    eks         = []
    lambda      = ["ops.apigateway.amazonaws.com", "vpc-lattice.amazonaws.com"]
    ec2         = ["autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com", "spot.amazonaws.com", "vpc-lattice.amazonaws.com"]
    static-site = []
    platform    = concat(["autoscaling.amazonaws.com", "ecs.amazonaws.com", "eks-nodegroup.amazonaws.com", "eks.amazonaws.com", "elasticloadbalancing.amazonaws.com", "spot.amazonaws.com", "transitgateway.amazonaws.com", "vpc-lattice.amazonaws.com"], var.organization_rights ? ["cloudtrail.amazonaws.com"] : [])
  }
}
