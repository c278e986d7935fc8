export { fullRef } from './fullRef';
export { groupRef } from './groupRef';
