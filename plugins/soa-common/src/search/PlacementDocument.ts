/**
 * What a search result of type `soa-placement` says beside its title, text and
 * location.
 *
 * @public
 */
export interface PlacementDocument {
  componentRef: string;
  environment: string;
  accountId: string;
  region: string;
  runtime: string;
}
