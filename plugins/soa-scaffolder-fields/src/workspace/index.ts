export { workspaceFieldSchema } from './schema';
export { WorkspacePicker } from './WorkspacePicker';
