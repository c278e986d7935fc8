import { putText, textAt } from './fieldPlaces';
import { ANY_ITEM, ANY_NAME, ANY_VALUE } from './textFields';

const values = () => ({
  name: 'orders',
  targets: [{ dns: 'a.example' }, { ip: '10.0.0.1', ports: ['1', '2'] }],
  secrets: { TOKEN: 'one', KEY: 'two' },
});

it.each([
  ['a value', ['name'], 'orders', { ...values(), name: 'x' }],
  [
    'the first item that has it',
    ['targets', ANY_ITEM, 'ports', ANY_ITEM],
    '1',
    {
      ...values(),
      targets: [{ dns: 'a.example' }, { ip: '10.0.0.1', ports: ['x', '2'] }],
    },
  ],
  [
    'what is in a map',
    ['secrets', ANY_VALUE],
    'one',
    { ...values(), secrets: { TOKEN: 'x', KEY: 'two' } },
  ],
  [
    'how it is called there',
    ['secrets', ANY_NAME],
    'TOKEN',
    { ...values(), secrets: { x: 'one', KEY: 'two' } },
  ],
])('finds the place of %s', (_, path, text, put) => {
  const changed = values();
  expect(textAt(changed, path)).toBe(text);
  expect(putText(changed, path, 'x')).toBe(true);
  expect(JSON.stringify(changed)).toBe(JSON.stringify(put));
});

it('puts nothing in twice', () => {
  const changed = values();
  const ports = ['targets', ANY_ITEM, 'ports', ANY_ITEM];
  expect(putText(changed, ports, '2')).toBe(true);
  expect(putText(changed, ['secrets', ANY_NAME], 'KEY')).toBe(true);
  expect(changed).toEqual(values());
});

it('has no place for what is not there', () => {
  const changed = values();
  expect(putText(changed, ['targets', ANY_ITEM, 'port'], 'x')).toBe(false);
  expect(putText({ secrets: {} }, ['secrets', ANY_NAME], 'x')).toBe(false);
  expect(changed).toEqual(values());
});
