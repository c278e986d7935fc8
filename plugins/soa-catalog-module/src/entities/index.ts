export { accountEntity } from './accountEntity';
export { isValidEntityName } from './isValidEntityName';
export { LOCATION_TYPE } from './locationAnnotations';
export { organizationalUnitEntity } from './organizationalUnitEntity';
export { workspaceEntity } from './workspaceEntity';
