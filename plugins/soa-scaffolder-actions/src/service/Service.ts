import type { Entity } from '@backstage/catalog-model';
import type { PlacementFile } from './PlacementFile';
import type { RepositoryFiles } from './readRepository';
import type { RepositoryPlace } from './repositoryPlace';

/** A service that is there, as the catalog and its repository have it. */
export interface Service {
  entity: Entity;
  componentRef: string;
  name: string;
  /** The full reference of the owner. */
  owner: string;
  place: RepositoryPlace;
  /** What its `catalog-info.yaml` is called. */
  catalogInfo: string;
  files: RepositoryFiles;
  placements: PlacementFile[];
}
