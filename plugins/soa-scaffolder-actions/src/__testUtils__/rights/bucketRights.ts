import type { RightsOf } from './ResourceRights';

/** Of Amazon S3. */
export const bucketRights: RightsOf = {
  aws_s3_bucket: {
    source:
      'cfn S3::Bucket; provider s3 for all that it reads, and for force_destroy',
    reads:
      's3:ListBucket,GetBucketLocation,GetBucketAcl,GetBucketCORS,GetBucketLogging,GetBucketObjectLockConfiguration,GetBucketPolicy,GetBucketRequestPayment,GetBucketTagging,GetBucketVersioning,GetBucketWebsite,GetBucketAbac,GetAccelerateConfiguration,GetEncryptionConfiguration,GetLifecycleConfiguration,GetReplicationConfiguration,ListTagsForResource',
    makes: 's3:CreateBucket,PutBucketTagging,TagResource',
    changes: 's3:PutBucketTagging,TagResource,UntagResource,DeleteBucket',
    empties: 's3:ListBucketVersions,DeleteObject,DeleteObjectVersion',
  },
  aws_s3_bucket_lifecycle_configuration: {
    source: 'provider s3',
    reads: 's3:GetLifecycleConfiguration',
    changes: 's3:PutLifecycleConfiguration',
  },
  aws_s3_bucket_logging: {
    source: 'provider s3',
    reads: 's3:GetBucketLogging',
    changes: 's3:PutBucketLogging',
  },
  aws_s3_bucket_notification: {
    source: 'provider s3',
    reads: 's3:GetBucketNotification',
    changes: 's3:PutBucketNotification',
  },
  aws_s3_bucket_object_lock_configuration: {
    source: 'provider s3',
    reads: 's3:GetBucketObjectLockConfiguration',
    changes: 's3:PutBucketObjectLockConfiguration',
  },
  aws_s3_bucket_ownership_controls: {
    source: 'provider s3',
    reads: 's3:GetBucketOwnershipControls',
    changes: 's3:PutBucketOwnershipControls',
  },
  aws_s3_bucket_policy: {
    source: 'cfn S3::BucketPolicy',
    reads: 's3:GetBucketPolicy',
    changes: 's3:PutBucketPolicy,DeleteBucketPolicy',
  },
  aws_s3_bucket_public_access_block: {
    source: 'provider s3',
    reads: 's3:GetBucketPublicAccessBlock',
    changes: 's3:PutBucketPublicAccessBlock',
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    source: 'provider s3',
    reads: 's3:GetEncryptionConfiguration',
    changes: 's3:PutEncryptionConfiguration',
  },
  aws_s3_bucket_versioning: {
    source: 'provider s3',
    reads: 's3:GetBucketVersioning',
    changes: 's3:PutBucketVersioning',
  },
};
