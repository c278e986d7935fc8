/**
 * What went wrong, told from a program's output, as one sentence with the
 * remedy; undefined if nothing is recognised.
 *
 * @param causes - the first whose pattern matches is it
 */
export function diagnose(output, causes) {
  return causes.find(({ pattern }) => pattern.test(output))?.sentence;
}
