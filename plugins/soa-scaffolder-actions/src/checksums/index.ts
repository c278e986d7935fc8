export {
  CHECKSUMS,
  checksumOf,
  readChecksums,
  withChecksum,
  writeChecksums,
} from './checksums';
