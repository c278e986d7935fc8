import { ANY_ITEM, ANY_NAME, ANY_VALUE } from './textFields';

/**
 * Puts a text where a field is, in the first item of a list or a map that has it.
 *
 * @returns whether the values have such a place
 */
export function putText(values: any, path: string[], text: string): boolean {
  const place = placeOf(values, path);
  if (!place) {
    return false;
  }
  const { holder, key, isName } = place;
  const isTaken = isName
    ? Object.hasOwn(holder, text)
    : Array.isArray(holder) && holder.includes(text);
  if (isTaken) {
    // It is there, and a form may take nothing twice.
    return true;
  }
  if (!isName) {
    Object.assign(holder, { [key]: text });
    return true;
  }
  // In the same order: the first entry stays the first.
  const entries = Object.entries(holder);
  for (const [name] of entries) {
    delete holder[name];
  }
  for (const [name, value] of entries) {
    Object.defineProperty(holder, name === key ? text : name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return true;
}

/** What is where a field is. */
export function textAt(values: any, path: string[]): string {
  const { holder, key, isName } = placeOf(values, path)!;
  return isName ? key : String(holder[key]);
}

interface Place {
  holder: any;
  key: string;
  /** Whether the field is the key, and not what it stands for. */
  isName: boolean;
}

function placeOf(values: any, [first, ...rest]: string[]): Place | undefined {
  if (typeof values !== 'object' || values === null) {
    return undefined;
  }
  const isName = first === ANY_NAME;
  const isAny = isName || first === ANY_ITEM || first === ANY_VALUE;
  for (const key of isAny ? Object.keys(values) : [first]) {
    if (Object.hasOwn(values, key)) {
      const place =
        rest.length > 0
          ? placeOf(values[key], rest)
          : { holder: values, key, isName };
      if (place) {
        return place;
      }
    }
  }
  return undefined;
}
