import { useId } from 'react';
import type { ReactNode } from 'react';
import { Flex, Text } from '@backstage/ui';
import type { Page } from '@backstage-soa/plugin-soa-common';
import {
  CursorPaging,
  FilterGroup,
  LoadedContent,
} from '@backstage-soa/plugin-soa-react';
import type { Loaded } from '@backstage-soa/plugin-soa-react';
import { NothingHere } from './NothingHere';

/** A list of one kind of reservations: its filters, a page of it, and the others. */
export function ReservationsSection<T>(props: {
  what: 'locks' | 'ranges';
  title: string;
  loading: string;
  failed: string;
  filters: ReactNode;
  isFiltered: boolean;
  loaded: Loaded<Page<T>>;
  cursor: string | undefined;
  onCursor: (cursor: string | undefined) => void;
  /** Read aloud: what was just done. */
  done: string | undefined;
  children: (items: T[]) => ReactNode;
}) {
  const { what, loaded, cursor, onCursor, isFiltered, children } = props;
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Flex direction="column" gap="3">
        <Text as="h2" variant="title-small" id={heading}>
          {props.title}
        </Text>
        <FilterGroup>{props.filters}</FilterGroup>
        <div role="status">{props.done && <Text>{props.done}</Text>}</div>
        <LoadedContent
          loaded={loaded}
          loading={props.loading}
          failed={props.failed}
        >
          {({ items, nextCursor }) =>
            items.length === 0 ? (
              <NothingHere
                what={what}
                isFiltered={isFiltered}
                hasMore={nextCursor !== undefined}
              />
            ) : (
              children(items)
            )
          }
        </LoadedContent>
        <CursorPaging
          cursor={cursor}
          nextCursor={loaded.value?.nextCursor}
          onCursor={onCursor}
        />
      </Flex>
    </section>
  );
}
