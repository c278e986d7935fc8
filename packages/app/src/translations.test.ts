import { soaScaffolderFieldsTranslationRef } from '@backstage-soa/plugin-scaffolder-module-soa';
import { soaAccountsTranslationRef } from '@backstage-soa/plugin-soa-accounts';
import { soaAuditTranslationRef } from '@backstage-soa/plugin-soa-audit';
import { soaDeliveryTranslationRef } from '@backstage-soa/plugin-soa-delivery';
import { soaReactTranslationRef } from '@backstage-soa/plugin-soa-react';

type Messages = Record<string, string>;

interface Internals {
  id: string;
  getDefaultMessages(): Messages;
  getDefaultResource(): {
    resources: Array<{
      language: string;
      loader: () => Promise<{ messages: Messages }>;
    }>;
  };
}

const refs = [
  soaAccountsTranslationRef,
  soaAuditTranslationRef,
  soaDeliveryTranslationRef,
  soaReactTranslationRef,
  soaScaffolderFieldsTranslationRef,
].map(ref => ref as unknown as Internals);

const placeholders = (text: string) =>
  (text.match(/\{\{\w+\}\}/g) ?? []).sort().join(' ');

describe.each(refs.map(ref => [ref.id, ref] as const))('%s', (_, ref) => {
  it('says in Japanese what it says in English, and of the same things', async () => {
    const english = ref.getDefaultMessages();
    const [{ language, loader }] = ref.getDefaultResource().resources;
    const { messages: japanese } = await loader();
    expect(language).toBe('ja');
    expect(Object.keys(japanese).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      expect([key, placeholders(japanese[key])]).toEqual([
        key,
        placeholders(text),
      ]);
    }
  });
});
