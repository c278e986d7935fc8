export { AccountLink } from './AccountLink';
export { EntityLink } from './EntityLink';
export { ExternalLink } from './ExternalLink';
export { useEntityPath } from './useEntityPath';
