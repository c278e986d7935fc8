const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Whether AWS takes it as the key of a tag. */
export function isTagKey(key: string): boolean {
  return (
    key.length >= 1 &&
    key.length <= 128 &&
    CHARACTERS.test(key) &&
    !/^aws:/i.test(key)
  );
}

/** Whether AWS takes it as the value of a tag. */
export function isTagValue(value: string): boolean {
  return value.length <= 256 && CHARACTERS.test(value);
}
