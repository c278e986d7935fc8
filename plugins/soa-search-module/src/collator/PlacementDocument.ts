import type { IndexableDocument } from '@backstage/plugin-search-common';

/** A placement as the search engine keeps it. */
export interface PlacementDocument extends IndexableDocument {
  componentRef: string;
  environment: string;
  accountId: string;
  region: string;
  runtime: string;
}
