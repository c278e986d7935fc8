export {
  ANNOTATION_ACCOUNT_ID,
  ANNOTATION_ARN,
  ANNOTATION_ORGANIZATION_ID,
  ANNOTATION_ORGANIZATIONAL_UNIT_PATH,
  ANNOTATION_TERRAFORM_ORGANIZATION,
  ANNOTATION_WORKSPACE_ID,
} from './annotations';
export {
  accountEntityRef,
  organizationalUnitEntityRef,
  workspaceEntityRef,
} from './entityRefs';
export { fullEntityRef } from './fullEntityRef';
export { isWrittenByPeople } from './isWrittenByPeople';
export { ownerRef } from './ownerRef';
export { RELATION_HOSTS, RELATION_RUNS_IN } from './relations';
export {
  RESOURCE_TYPE_CLOUD_ACCOUNT,
  RESOURCE_TYPE_ORGANIZATIONAL_UNIT,
  RESOURCE_TYPE_TERRAFORM_WORKSPACE,
} from './resourceTypes';
