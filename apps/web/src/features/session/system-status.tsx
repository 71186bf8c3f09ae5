import type { SystemStatus as Status } from '@dabiao/contract/status';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../ui/answer.tsx';
import { ProblemMessage } from '../../ui/problem-message.tsx';
import { statusQuery, useBackUp } from './admin-queries.ts';
import { momentText } from './moment-text.ts';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** A size in bytes with three digits: 12.3 GB. */
function sizeText(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${Number((bytes / 1000 ** step).toPrecision(3))} ${UNITS[step]}`;
}

function scannerText(scanner: Status['scanner'], t: TFunction): string {
  if (scanner === null) return t('system.noScanner');
  if (scanner.answers === null || scanner.at === null) return t('system.scannerNew');
  return t(scanner.answers ? 'system.scannerWell' : 'system.scannerSilent', { at: momentText(scanner.at) });
}

/** How the system is; the system administrator can make a backup at once. */
export function SystemStatus({ mayBackUp }: { mayBackUp: boolean }) {
  const { t } = useTranslation();
  const backUp = useBackUp();
  return (
    <Answer query={useQuery(statusQuery())} lines={6}>
      {(status) => {
        const schedule =
          status.backupsEveryHours === null
            ? t('system.noSchedule')
            : t('system.every', { n: status.backupsEveryHours });
        const last = status.lastBackup;
        const rows: [label: string, value: string | number, isWrong?: boolean][] = [
          [t('system.version'), status.version],
          [t('system.runtime'), `Node ${status.node}`],
          [t('system.started'), momentText(status.startedAt)],
          [
            t('system.disk'),
            t('system.diskOf', { free: sizeText(status.disk.free), total: sizeText(status.disk.total) }),
          ],
          [
            t('system.database'),
            t('system.databaseOf', { bytes: sizeText(status.database.bytes), log: sizeText(status.database.log) }),
          ],
          [
            t('system.backup'),
            `${last ? `${momentText(last.at)} · ${sizeText(last.bytes)}` : t('system.noBackup')} · ${schedule}`,
          ],
          [t('system.transport'), t(`system.transportOf.${status.transport}`), status.transport === 'plain'],
          [t('system.scanner'), scannerText(status.scanner, t), status.scanner?.answers === false],
          [t('system.waiting'), status.waitingReleases],
          [t('system.failed'), status.failedSignIns],
          [t('system.locked'), status.lockedNames],
          [t('system.refused'), status.refusals],
          [t('system.lines'), status.auditLines],
        ];
        return (
          <>
            <dl className="system-status">
              {rows.map(([label, value, isWrong]) => (
                <div key={label} style={{ display: 'contents' }}>
                  <dt>{label}</dt>
                  <dd className={isWrong ? 'system-status__wrong' : undefined}>{value}</dd>
                </div>
              ))}
            </dl>
            {mayBackUp && status.backupsEveryHours !== null ? (
              <button type="button" className="button" disabled={backUp.isPending} onClick={() => backUp.mutate()}>
                {t('system.backUp')}
              </button>
            ) : null}
            <p role="status">{backUp.data ? t('system.backedUp', { file: backUp.data.file }) : ''}</p>
            {backUp.error ? <ProblemMessage error={backUp.error} /> : null}
          </>
        );
      }}
    </Answer>
  );
}
