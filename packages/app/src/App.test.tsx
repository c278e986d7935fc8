import { render, screen } from '@testing-library/react';
import App from './App';
import { people } from './modules/sign-in/people';

const environment = process.env;

afterEach(() => {
  process.env = environment;
});

describe('App', () => {
  it('lets people sign in', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Test' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
          context: 'test',
        },
      ] as never,
    };
    render(App.createRoot());
    expect(
      await screen.findByRole('button', { name: 'Enter' }),
    ).toBeInTheDocument();
    for (const { title } of people) {
      expect(screen.getByText(title)).toBeInTheDocument();
    }
  });
});
