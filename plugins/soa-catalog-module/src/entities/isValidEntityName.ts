import { makeValidator } from '@backstage/catalog-model';

/** Whether the catalog takes it for the name of an entity. */
export const isValidEntityName: (value: string) => boolean =
  makeValidator().isValidEntityName;
