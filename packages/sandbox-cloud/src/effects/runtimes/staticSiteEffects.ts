import type { ApiCall } from '../../cloudtrail';
import type { EffectContext } from '../EffectContext';
import type { Effects } from '../Effects';
import { urlOf } from './urlOf';

export function staticSiteEffects(context: EffectContext): Effects {
  const bucketName = `acme-${context.service}-${context.key}`;
  const bucketArn = `arn:aws:s3:::${bucketName}`;
  const distributionArn = `arn:aws:cloudfront::${context.account}:distribution/E${context.account}`;
  const distribution: Omit<ApiCall, 'eventName'> = {
    eventSource: 'cloudfront.amazonaws.com',
    global: true,
    responseElements: { distribution: { aRN: distributionArn } },
    resources: [
      { arn: distributionArn, type: 'AWS::CloudFront::Distribution' },
    ],
  };
  return {
    create: [
      {
        eventSource: 's3.amazonaws.com',
        eventName: 'CreateBucket',
        requestParameters: { bucketName },
        resources: [{ arn: bucketArn, type: 'AWS::S3::Bucket' }],
      },
      { ...distribution, eventName: 'CreateDistribution' },
    ],
    update: [{ ...distribution, eventName: 'UpdateDistribution' }],
    outputs: {
      bucket_arn: bucketArn,
      distribution_arn: distributionArn,
      url: urlOf(context),
    },
    resources: [
      'module.site.aws_s3_bucket.this',
      'module.site.aws_s3_bucket_policy.this',
      'module.site.aws_s3_bucket_public_access_block.this',
      'module.site.aws_cloudfront_origin_access_control.this',
      'module.site.aws_cloudfront_response_headers_policy.this',
      'module.site.aws_cloudfront_distribution.this',
    ],
  };
}
