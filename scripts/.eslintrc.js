const { createConfigForRole } = require('@backstage/cli/config/eslint-factory');

module.exports = createConfigForRole(__dirname, 'node-library', {
  env: { node: true, es2022: true, jest: false },
  parserOptions: { ecmaVersion: 2022 },
  rules: { 'no-undef': 'error' },
  // The tests are Node's, not Jest's.
  overrides: [
    {
      files: ['*'],
      rules: Object.fromEntries(
        Object.keys(require('eslint-plugin-jest').rules).map(rule => [
          `jest/${rule}`,
          'off',
        ]),
      ),
    },
  ],
});
