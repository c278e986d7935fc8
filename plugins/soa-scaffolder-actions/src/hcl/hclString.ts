const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A string as HCL writes it, quotes included: nothing in it is taken for a
 * template. HCL normalises what it reads to NFC, and knows no lone surrogates.
 */
export function hclString(value: string): string {
  const escaped = value
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\\"\n\r\t]/g, character => ESCAPES[character])
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, unicodeEscape)
    .replace(/([$%])\{/g, '$1$1{');
  return `"${escaped}"`;
}

function unicodeEscape(character: string): string {
  const code = character.codePointAt(0)!.toString(16);
  return code.length > 4
    ? `\\U${code.padStart(8, '0')}`
    : `\\u${code.padStart(4, '0')}`;
}
