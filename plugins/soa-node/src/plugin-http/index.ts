export { PluginHttpClient } from './PluginHttpClient';
