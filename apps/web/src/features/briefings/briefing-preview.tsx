import type { BriefingBody } from '@dabiao/contract/briefing';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { previewQuery } from './queries.ts';

/** Milliseconds without a change after which the preview is asked for. */
const SETTLED = 350;

/** The pages as they will be. */
export function BriefingPreview({ body }: { body: BriefingBody }) {
  const { t } = useTranslation();
  const settled = useSettled(body);
  const { data, error, isFetching, refetch } = useQuery(previewQuery(settled));
  if (error)
    return (
      <Shown>
        <ProblemMessage error={error} onRetry={() => void refetch()} />
      </Shown>
    );
  if (!data)
    return (
      <Shown>
        <Skeleton lines={8} />
      </Shown>
    );
  const shown = data.pictures.length;
  const count = data.pages > shown ? 'briefing.preview.some' : 'briefing.preview.pages';
  return (
    <Shown>
      <p className="note" aria-live="polite">
        {isFetching ? t('briefing.preview.drawing') : t(count, { n: data.pages, shown })}
      </p>
      <ol className="briefing-preview__pages" aria-busy={isFetching}>
        {data.pictures.map((svg, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is known by its number
          <li key={index}>
            <Page svg={svg} label={t('briefing.preview.page', { n: index + 1 })} />
          </li>
        ))}
      </ol>
    </Shown>
  );
}

function Shown({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it
    <section className="briefing-dialog__preview" aria-label={t('briefing.preview.title')} tabIndex={0}>
      {children}
    </section>
  );
}

/** A page as a picture: as such it can do nothing but be looked at. */
function Page({ svg, label }: { svg: string; label: string }) {
  const address = useMemo(() => URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' })), [svg]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return <img src={address} alt={label} />;
}

/** The value as it was when it last had been the same for a while. */
function useSettled(value: BriefingBody): BriefingBody {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as BriefingBody), SETTLED);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
