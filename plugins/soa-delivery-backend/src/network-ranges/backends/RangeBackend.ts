import type { RangeRecord, RangeWish } from '../store';

/** Where the ranges of a pool come from. */
export interface RangeBackend {
  /**
   * Gives the owner a range, the same as before if it has one by that name.
   *
   * @throws ConflictError if there is no room, or the owner has another one by that
   *   name; ServiceUnavailableError where it is not known what is taken
   */
  allocate(wish: RangeWish): Promise<RangeRecord>;
  /**
   * Does what remains to be done for one that was given back, as far as it can be
   * done now. Doing it again does no harm.
   *
   * @returns whether it is free now
   */
  giveBack(range: RangeRecord): Promise<boolean>;
}
