export { AccountPicker } from './AccountPicker';
export { accountFieldSchema } from './schema';
