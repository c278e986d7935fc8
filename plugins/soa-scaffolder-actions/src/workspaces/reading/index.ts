export { readWorkspaces } from './readWorkspaces';
export { refuseForeign } from './refuseForeign';
