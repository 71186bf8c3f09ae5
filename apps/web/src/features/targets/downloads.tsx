import { toTrajectoryOption } from '@dabiao/charts/trajectory';
import type { TargetDetail } from '@dabiao/contract/target';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { API } from '../../ui/request.ts';
import { queryString } from '../../ui/url-state.ts';
import { useUrlState } from '../../ui/use-url-state.ts';
import { chartPicture, PICTURE_CHART, saveFile, toPng } from './chart-picture.ts';
import { findingOf } from './finding.ts';
import { embedCode, footWords, measureWords } from './target-words.ts';
import { trajectoryOf } from './trajectory-of.ts';

/** Saves the chart with everything it must carry, or the numbers behind it, and gives the code to embed it. */
export function Downloads({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { year } = useUrlState();
  const [failed, setFailed] = useState(false);
  const { row } = detail;
  const name = `${row.region.name}_${row.indicator.name}_${row.assessment.asOf}`;

  const picture = async () => {
    const { drawSvg } = await import('../../ui/chart-drawing.ts');
    const option = toTrajectoryOption(trajectoryOf(detail), { lang, theme: 'light', ...PICTURE_CHART });
    const words = { title: findingOf(row, lang), subtitle: measureWords(row, lang, t), foot: footWords(detail, t) };
    return chartPicture(drawSvg(option, PICTURE_CHART), words);
  };
  const save = async (kind: 'svg' | 'png') => {
    setFailed(false);
    try {
      const { svg, height } = await picture();
      const file = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await toPng(svg, height);
      saveFile(file, `${name}.${kind}`);
    } catch {
      setFailed(true);
    }
  };
  const table = (format: 'csv' | 'xlsx') =>
    `${API}/targets/${encodeURIComponent(row.id)}/figures.${format}${queryString({ year })}`;
  return (
    <div className="downloads no-print">
      <span className="note">{t('download.title')}</span>
      <button type="button" className="link-button" onClick={() => save('png')}>
        PNG
      </button>
      <button type="button" className="link-button" onClick={() => save('svg')}>
        SVG
      </button>
      <a href={table('csv')} download>
        CSV
      </a>
      <a href={table('xlsx')} download>
        XLSX
      </a>
      <EmbedCode detail={detail} />
      {failed ? <p role="alert">{t('download.failed')}</p> : null}
    </div>
  );
}

/** The code that shows this chart in another site's page. */
function EmbedCode({ detail }: { detail: TargetDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const id = useId();
  const { row } = detail;
  const query = queryString({ year: row.assessment.asOf, lang: lang === 'en' ? 'en' : null });
  const address = `${window.location.origin}/embed/targets/${encodeURIComponent(row.id)}${query}`;
  const code = embedCode(address, findingOf(row, lang));
  return (
    <details className="embed-code">
      <summary>{t('download.embed')}</summary>
      <label htmlFor={id} className="note">
        {t('download.embedHint')}
      </label>
      <textarea id={id} readOnly rows={3} value={code} onFocus={(event) => event.target.select()} />
    </details>
  );
}
