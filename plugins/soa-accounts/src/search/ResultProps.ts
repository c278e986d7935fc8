import type { SearchDocument } from '@backstage/plugin-search-common';

/** What the page of search results gives each of them. */
export interface ResultProps {
  icon?: JSX.Element;
  result?: SearchDocument;
}
