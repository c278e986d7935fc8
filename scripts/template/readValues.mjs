import { readFileSync } from 'node:fs';
import { isMap, parseDocument } from 'yaml';
import { Refusal } from '../portal/refusal.mjs';

/**
 * What a form is filled in with, from a file.
 *
 * @throws Refusal that names the file, and the line on which to look
 */
export function readValues(file) {
  const document = parseDocument(readFileSync(file, 'utf8'));
  const [error] = document.errors;
  if (error) {
    throw new Refusal(
      `${file}:${error.linePos?.[0].line ?? 1} is no YAML: ${error.message}`,
    );
  }
  if (!isMap(document.contents)) {
    throw new Refusal(
      `${file} holds no values: write the name of a field and its value on a line each, such as "name: orders".`,
    );
  }
  return document.toJS();
}
