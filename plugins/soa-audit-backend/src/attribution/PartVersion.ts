const PREFIX = 'part-';

/**
 * The version of an event that only a part of the inventory was ever held against:
 * the whole is yet to say for the first time whose it is.
 */
export const PartVersion = {
  of: (version: string) => `${PREFIX}${version}`,
  is: (version: string) => version.startsWith(PREFIX),
};
