import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/empty.tsx';
import { KeepLink } from '../../ui/keep-link.tsx';
import { useLang } from '../../ui/lang.ts';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { nextOption, toOptionGroups } from './options.ts';
import { searchQuery } from './queries.ts';
import { SearchResults } from './search-results.tsx';
import { useSettled } from './use-settled.ts';

const FEW = 6;
const MANY = 50;
/** Milliseconds without a key before the server is asked. */
const PAUSE = 80;
/** What can be typed; no name in a catalogue is longer. */
const MAX_LENGTH = 200;

/** The field and what it finds: a combobox whose list of hits is always open. */
export function SearchBox() {
  const { t } = useTranslation();
  const lang = useLang();
  const { year } = useUrlState();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [limit, setLimit] = useState(FEW);
  const [at, setAt] = useState(0);
  const [entered, setEntered] = useState(false);
  const list = useRef<HTMLDivElement>(null);

  const asked = typed.trim();
  const q = useSettled(asked, PAUSE);
  const query = useQuery(searchQuery({ q, year, limit, lang }));
  const fresh = q === asked && !query.isPlaceholderData && query.data !== undefined;
  const groups = asked === '' ? [] : toOptionGroups(query.data?.groups ?? [], q);
  const options = groups.flatMap((group) => group.options);
  const active = fresh ? (options[Math.min(at, options.length - 1)]?.id ?? null) : null;
  const choose = useCallback(() => list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.click(), []);

  // Whoever types fast and presses Enter means what is typed, not the hits that still stand there.
  useEffect(() => {
    if (!entered || !fresh) return;
    setEntered(false);
    choose();
  }, [entered, fresh, choose]);
  useEffect(() => {
    if (active !== null) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, id]);

  const type = (text: string) => {
    setTyped(text);
    setAt(0);
    setLimit(FEW);
    setEntered(false);
  };
  const press = (event: KeyboardEvent) => {
    // Enter and the arrows belong to the input method while it offers characters.
    if (event.nativeEvent.isComposing) return;
    const next = nextOption(event.key, at, options.length);
    if (next !== null) setAt(next);
    else if (event.key !== 'Enter') return;
    else if (fresh) choose();
    else setEntered(asked !== '');
    event.preventDefault();
  };
  return (
    <>
      <div className="search-box">
        <svg className="search-box__glass" viewBox="0 0 16 16" width="18" height="18" aria-hidden="true">
          <path d="M11 6.5a4.5 4.5 0 1 1-9 0a4.5 4.5 0 0 1 9 0ZM9.8 9.8l4.4 4.4" />
        </svg>
        <input
          type="text"
          role="combobox"
          className="search-box__input"
          aria-label={t('search.label')}
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? `${id}-list` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={active === null ? undefined : `${id}-${active}`}
          placeholder={t('search.placeholder')}
          value={typed}
          maxLength={MAX_LENGTH}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="search"
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
        />
      </div>
      <p role="status" className="unseen">
        {fresh && asked !== '' ? t('search.found', { n: groups.reduce((all, { total }) => all + total, 0) }) : ''}
      </p>
      <div ref={list} className="search-dialog__body">
        {asked === '' ? (
          <Hints />
        ) : query.error && !query.data ? (
          <ProblemMessage error={query.error} onRetry={() => void query.refetch()} />
        ) : options.length > 0 ? (
          <SearchResults id={id} groups={groups} active={active} onMore={() => setLimit(MANY)} />
        ) : fresh ? (
          <NothingFound q={asked} />
        ) : (
          <Skeleton lines={5} />
        )}
      </div>
    </>
  );
}

/** What can be typed, before anything is. */
function Hints() {
  const { t } = useTranslation();
  const lines = ['name', 'pinyin', 'words'] as const;
  return (
    <dl className="search-hints">
      {lines.map((line) => (
        <div key={line}>
          <dt>{t(`search.hint.${line}`)}</dt>
          <dd>{t(`search.example.${line}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

function NothingFound({ q }: { q: string }) {
  const { t } = useTranslation();
  const pages = ['targets', 'indicators', 'departments'] as const;
  return (
    <Empty title={t('search.nothing', { q })}>
      <p>{t('search.nothingHint')}</p>
      <ul className="search-pages">
        {pages.map((page) => (
          <li key={page}>
            <KeepLink to={`/${page}`}>{t(`page.${page}`)}</KeepLink>
          </li>
        ))}
      </ul>
    </Empty>
  );
}
