/**
 * The type of search results that are placements.
 *
 * @public
 */
export const SEARCH_TYPE_PLACEMENT = 'soa-placement';

/**
 * The type of search results that are accounts.
 *
 * @public
 */
export const SEARCH_TYPE_ACCOUNT = 'soa-account';
