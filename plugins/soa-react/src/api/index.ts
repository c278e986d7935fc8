export { PluginRequests } from './PluginRequests';
export type { QueryParameters } from './PluginRequests';
export { SoaAccountsApiClient, soaAccountsApiRef } from './SoaAccountsApi';
export type { SoaAccountsApi } from './SoaAccountsApi';
