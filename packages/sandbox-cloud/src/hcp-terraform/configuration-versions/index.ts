export { ConfigurationVersions } from './ConfigurationVersions';
