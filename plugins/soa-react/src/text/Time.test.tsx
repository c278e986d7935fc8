import { render, screen } from '@testing-library/react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { Time } from './Time';

const ISO = '2026-11-27T10:30:00.000Z';

const inLanguage = (language: string) => {
  const api = {
    getLanguage: () => ({ language }),
  } as Partial<typeof appLanguageApiRef.T> as typeof appLanguageApiRef.T;
  render(
    <TestApiProvider apis={[[appLanguageApiRef, api]]}>
      <Time iso={ISO} />
    </TestApiProvider>,
  );
  return screen.getByTitle(ISO);
};

describe('Time', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    ['as the browser says', 'en', ['fr-FR', 'en-GB'], /^27 Nov 2026/],
    ['where the browser says what is none', 'en', ['en-US@posix', 'C'], /2026/],
    ['in the portal’s language', 'ja', ['en-GB'], /^2026\/11\/27/],
  ])('is written %s', (_, language, languages, text) => {
    jest.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);
    expect(inLanguage(language)).toHaveTextContent(text);
  });

  it('is written where there are no languages', () => {
    render(<Time iso={ISO} />);
    expect(screen.getByTitle(ISO)).toHaveTextContent('2026');
  });
});
