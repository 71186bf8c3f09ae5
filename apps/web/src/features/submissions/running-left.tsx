import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { progressQuery, RUNNING } from './queries.ts';
import { RunProgress } from './run-progress.tsx';
import { recall, remember } from './tab-memory.ts';

interface Running {
  key: string;
  name: string;
}

/** What was on its way when the page was loaded anew: how far it is, then its page; or that it did not arrive. */
export function RunningLeft({ onRead }: { onRead: (id: string) => void }) {
  const [running, setRunning] = useState(() => recall<Running>(RUNNING));
  if (!running) return null;
  const end = () => {
    remember(RUNNING, null);
    setRunning(null);
  };
  return <Run running={running} onEnd={end} onRead={onRead} />;
}

function Run({ running, onEnd, onRead }: { running: Running; onEnd: () => void; onRead: (id: string) => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { data, isSuccess } = useQuery(progressQuery(running.key));
  const done = data?.step === 'done';
  const found = data?.submission ?? null;
  useEffect(() => {
    if (!done) return;
    void client.invalidateQueries({ queryKey: ['submissions'] });
    if (found === null) return;
    onEnd();
    onRead(found);
  }, [done, found, client, onEnd, onRead]);
  const { name } = running;
  if (data && !done && data.step !== 'failed') {
    return (
      <section className="running-left">
        <p className="upload__name">{name}</p>
        <RunProgress runKey={running.key} of="handIn" />
      </section>
    );
  }
  if (!isSuccess) return null;
  return (
    <section className="running-left" role="status">
      <p>{t(done ? 'submit.left.done' : 'submit.left.lost', { name })}</p>
      <button type="button" className="link-button" onClick={onEnd}>
        {t('submit.left.seen')}
      </button>
    </section>
  );
}
