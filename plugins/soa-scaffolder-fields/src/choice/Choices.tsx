import { Flex, Select, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ErrorState, LoadingState } from '@backstage-soa/plugin-soa-react';
import type { Loaded } from '@backstage-soa/plugin-soa-react';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { OnCard } from './OnCard';

/** What can be chosen. */
export interface Choice {
  value: string;
  label: string;
}

/** The words around a choice. */
export interface ChoiceWords {
  label: string;
  description?: string;
  placeholder: string;
  loading: string;
  failed: string;
  /** What to do where there is nothing to choose. */
  none: string;
}

interface Common {
  words: ChoiceWords;
  loaded: Loaded<readonly Choice[]>;
  isRequired?: boolean;
  isDisabled?: boolean;
}

/** Chooses one, or several, of what an API offers; long lists can be searched. */
export function Choices(
  props: Common &
    (
      | {
          multiple: true;
          value: readonly string[];
          onChange: (value: string[]) => void;
        }
      | {
          multiple?: false;
          value: string | undefined;
          onChange: (value: string) => void;
        }
    ),
) {
  const { words, loaded, isRequired, isDisabled } = props;
  const { value: choices, error, reload } = loaded;
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  if (error) {
    return <ErrorState title={words.failed} error={error} onRetry={reload} />;
  }
  if (!choices) {
    return <LoadingState label={words.loading} />;
  }
  const chosen = props.multiple ? props.value : [props.value ?? ''];
  const isOffered = (one: string) => choices.some(({ value }) => value === one);
  const gone = chosen.filter(one => one && !isOffered(one));
  const common = {
    label: words.label,
    description: words.description,
    placeholder: words.placeholder,
    isRequired,
    isDisabled,
    options: choices.map(({ value, label }) => ({ id: value, label })),
    search: { placeholder: t('choice.search') },
  };
  return (
    <OnCard>
      <Flex direction="column" gap="1">
        {choices.length === 0 && (
          <>
            <Text variant="body-small">{words.label}</Text>
            <Text>{words.none}</Text>
          </>
        )}
        {choices.length > 0 && props.multiple && (
          <Select
            {...common}
            selectionMode="multiple"
            // What is not on the list could not be taken off it.
            value={props.value.filter(isOffered)}
            onChange={keys => props.onChange(keys.map(String))}
          />
        )}
        {choices.length > 0 && !props.multiple && (
          <Select
            {...common}
            value={props.value ?? null}
            onChange={key => key !== null && props.onChange(String(key))}
          />
        )}
        {gone.map(value => (
          <Text key={value} color="danger" role="alert">
            {t('choice.gone', { value })}
          </Text>
        ))}
      </Flex>
    </OnCard>
  );
}
