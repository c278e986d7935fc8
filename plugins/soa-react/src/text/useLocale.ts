import {
  appLanguageApiRef,
  useApiHolder,
} from '@backstage/frontend-plugin-api';

/**
 * How times and numbers are written for the reader: as the browser says, if that is of
 * the language that the portal speaks, and otherwise as is usual in that language.
 *
 * @returns a BCP 47 language tag; `undefined` where the portal knows no languages
 * @public
 */
export function useLocale(): string | undefined {
  const language = useApiHolder()
    .get(appLanguageApiRef)
    ?.getLanguage().language;
  return (
    navigator.languages.find(
      // Some browsers name locales that Intl refuses, such as en-US@posix.
      locale =>
        /^[a-z0-9-]+$/i.test(locale) && locale.split('-')[0] === language,
    ) ?? language
  );
}
