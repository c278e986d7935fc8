export { ArchiveOnce } from './ArchiveOnce';
export { CONFIGURATION_FOLDER, packFolder } from './packFolder';
export { refuseNonUrl } from './refuseNonUrl';
export { refuseUnfit, uploadTo } from './uploadTo';
