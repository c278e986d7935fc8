export { apiPath } from './apiPath';
export { count, flag, nested, text, texts } from './attributes';
export type { ApiList, ApiResource } from './documents';
export { Included } from './Included';
export { isMissing } from './isMissing';
export { JsonApi, LARGEST_PAGE } from './JsonApi';
export { relatedId, relatedIds } from './relationships';
export { withQuery } from './withQuery';
