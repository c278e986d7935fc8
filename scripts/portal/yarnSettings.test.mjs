import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yarnSettings } from './yarnSettings.mjs';

const plain = {
  registry: 'https://registry.npmjs.org/',
  'https-proxy': null,
  proxy: null,
  cafile: null,
  'strict-ssl': true,
};

const company = {
  registry: 'http://npm.example.com/mirror/',
  'https-proxy': 'http://proxy.example.com:3128',
  proxy: 'http://proxy.example.com:3129',
  cafile: '/etc/company.pem',
  'strict-ssl': false,
};

const environment = { PATH: process.env.PATH, HOME: '/nonexistent' };

test('Yarn is told of the registry alone where npm has no more', () => {
  assert.deepEqual(yarnSettings(environment, plain), {
    YARN_NPM_REGISTRY_SERVER: 'https://registry.npmjs.org',
  });
});

test('Yarn is told how a company reaches its registry', () => {
  assert.deepEqual(yarnSettings(environment, company), {
    YARN_NPM_REGISTRY_SERVER: 'http://npm.example.com/mirror',
    YARN_UNSAFE_HTTP_WHITELIST: 'npm.example.com',
    YARN_HTTPS_PROXY: 'http://proxy.example.com:3128',
    YARN_HTTP_PROXY: 'http://proxy.example.com:3129',
    YARN_HTTPS_CA_FILE_PATH: '/etc/company.pem',
    YARN_ENABLE_STRICT_SSL: 'false',
    NODE_EXTRA_CA_CERTS: '/etc/company.pem',
  });
});

test('what somebody has set for Yarn or Node stays', () => {
  const env = {
    ...environment,
    YARN_NPM_REGISTRY_SERVER: 'https://mine.example.com',
    YARN_HTTPS_PROXY: 'http://mine.example.com',
    NODE_EXTRA_CA_CERTS: '/etc/mine.pem',
  };
  const told = yarnSettings(env, company);
  assert.equal('YARN_NPM_REGISTRY_SERVER' in told, false);
  assert.equal('YARN_HTTPS_PROXY' in told, false);
  assert.equal('NODE_EXTRA_CA_CERTS' in told, false);
  assert.equal(told.YARN_HTTPS_CA_FILE_PATH, '/etc/company.pem');
});
