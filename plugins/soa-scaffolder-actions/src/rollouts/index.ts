export { previewRollout } from './previewRollout';
export { sourceFor } from './sourceFor';
