import type { RightsOf } from './ResourceRights';

const TAGS = 'TagResource,UntagResource';

/** Of logs, alarms, trails and queues. */
export const observingRights: RightsOf = {
  aws_athena_workgroup: {
    source:
      'cfn Athena::WorkGroup; a query, and not Terraform, uses its bucket',
    reads: 'athena:GetWorkGroup,ListTagsForResource',
    makes: 'athena:CreateWorkGroup,TagResource',
    changes: `athena:UpdateWorkGroup,DeleteWorkGroup,${TAGS}`,
  },
  aws_cloudtrail: {
    source: 'cfn CloudTrail::Trail',
    reads:
      'cloudtrail:DescribeTrails,GetTrail,GetTrailStatus,GetEventSelectors,GetInsightSelectors,ListTags organizations:DescribeOrganization,ListAWSServiceAccessForOrganization iam:GetRole',
    makes:
      'cloudtrail:CreateTrail,StartLogging,AddTags,PutEventSelectors,PutInsightSelectors',
    changes:
      'cloudtrail:UpdateTrail,StartLogging,StopLogging,PutEventSelectors,PutInsightSelectors,DeleteTrail,AddTags,RemoveTags',
    links: 'cloudtrail.amazonaws.com',
  },
  aws_cloudwatch_log_delivery: {
    source:
      'cfn Logs::Delivery; guide of CloudWatch Logs for deliveries to log groups',
    reads:
      'logs:GetDelivery,DescribeDeliveries,GetDeliverySource,GetDeliveryDestination,ListTagsForResource,DescribeLogGroups,DescribeResourcePolicies',
    makes: 'logs:CreateDelivery,TagResource,PutResourcePolicy',
    changes: `logs:UpdateDeliveryConfiguration,DeleteDelivery,${TAGS}`,
  },
  aws_cloudwatch_log_delivery_destination: {
    source: 'cfn Logs::DeliveryDestination',
    reads:
      'logs:GetDeliveryDestination,GetDeliveryDestinationPolicy,ListTagsForResource',
    makes: 'logs:PutDeliveryDestination,TagResource',
    changes: `logs:PutDeliveryDestination,DeleteDeliveryDestination,${TAGS}`,
  },
  aws_cloudwatch_log_delivery_source: {
    source:
      'cfn Logs::DeliverySource; guide of CloudFront for its own permission',
    reads: 'logs:GetDeliverySource,ListTagsForResource',
    makes:
      'logs:PutDeliverySource,TagResource cloudfront:AllowVendedLogDeliveryForResource',
    changes: `logs:PutDeliverySource,DeleteDeliverySource,${TAGS}`,
  },
  aws_cloudwatch_log_group: {
    source: 'cfn Logs::LogGroup',
    reads: 'logs:DescribeLogGroups,ListTagsForResource',
    makes: 'logs:CreateLogGroup,TagResource,PutRetentionPolicy,AssociateKmsKey',
    changes: `logs:PutRetentionPolicy,DeleteRetentionPolicy,AssociateKmsKey,DisassociateKmsKey,DeleteLogGroup,${TAGS}`,
  },
  aws_cloudwatch_metric_alarm: {
    source: 'cfn CloudWatch::Alarm',
    reads: 'cloudwatch:DescribeAlarms,ListTagsForResource',
    makes: 'cloudwatch:PutMetricAlarm,TagResource',
    changes: `cloudwatch:PutMetricAlarm,DeleteAlarms,${TAGS}`,
  },
  aws_glue_catalog_database: {
    source: 'cfn Glue::Database; provider glue for its tags',
    reads: 'glue:GetDatabase,GetTags',
    makes: 'glue:CreateDatabase,TagResource',
    changes: `glue:UpdateDatabase,DeleteDatabase,${TAGS}`,
  },
  aws_glue_catalog_table: {
    source: 'provider glue',
    reads: 'glue:GetTable,GetPartitionIndexes',
    makes: 'glue:CreateTable',
    changes: 'glue:UpdateTable,DeleteTable',
  },
  aws_sns_topic: {
    source: 'cfn SNS::Topic',
    reads: 'sns:GetTopicAttributes,ListTagsForResource',
    makes: 'sns:CreateTopic,TagResource',
    changes: `sns:SetTopicAttributes,DeleteTopic,${TAGS}`,
  },
  aws_sns_topic_policy: {
    source: 'cfn SNS::TopicPolicy',
    reads: 'sns:GetTopicAttributes',
    changes: 'sns:SetTopicAttributes',
  },
  aws_sns_topic_subscription: {
    source: 'cfn SNS::Subscription',
    reads: 'sns:GetSubscriptionAttributes',
    makes: 'sns:Subscribe',
    changes: 'sns:SetSubscriptionAttributes,Unsubscribe',
  },
  aws_sqs_queue: {
    source: 'cfn SQS::Queue',
    reads: 'sqs:GetQueueAttributes,GetQueueUrl,ListQueueTags',
    makes: 'sqs:CreateQueue,TagQueue',
    changes: 'sqs:SetQueueAttributes,DeleteQueue,TagQueue,UntagQueue',
  },
  aws_sqs_queue_policy: {
    source: 'cfn SQS::QueuePolicy',
    reads: 'sqs:GetQueueAttributes',
    changes: 'sqs:SetQueueAttributes',
  },
  aws_sqs_queue_redrive_allow_policy: {
    source: 'provider sqs',
    reads: 'sqs:GetQueueAttributes',
    changes: 'sqs:SetQueueAttributes',
  },
};
