export { ArchiveOnce } from './ArchiveOnce';
export { CONFIGURATION_FOLDER, packFolder } from './packFolder';
export { refuseUnfit, uploadTo } from './uploadTo';
