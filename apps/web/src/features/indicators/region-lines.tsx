import type { IndicatorDetail } from '@dabiao/contract/indicator';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { useUrlState } from '../../ui/use-url-state.ts';
import { baseYear, REGION_VIEWS, type RegionPoint, type RegionSeries, toRegionSeries } from './region-series.ts';

const WIDTH = 280;
const HEIGHT = 120;
const PAD = { x: 12, top: 14, bottom: 18 };

interface Scale {
  x: (year: number) => number;
  y: (value: number) => number;
  first: number;
  last: number;
}

/** One scale for all regions, from 0, so that the small pictures can be compared. */
function commonScale(marks: readonly RegionPoint[]): Scale {
  const years = marks.map(({ year }) => year);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const values = marks.map(({ value }) => value);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  return {
    first,
    last,
    x: (year) => PAD.x + ((year - first) / (last - first || 1)) * (WIDTH - 2 * PAD.x),
    y: (value) => HEIGHT - PAD.bottom - ((value - low) / span) * (HEIGHT - PAD.top - PAD.bottom),
  };
}

/** Small pictures on one common scale, one a region: figures as dots and line, targets as diamonds. */
export function RegionLines({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation();
  const lang = useLang();
  const { params, change } = useUrlState();
  const view = REGION_VIEWS.find((one) => one === params.get('view')) ?? 'value';
  const series = toRegionSeries(detail, view, lang);
  const all = series.flatMap(({ figures, demands }) => [...figures, ...demands]);
  if (toRegionSeries(detail, 'value', lang).every(({ figures, demands }) => figures.length + demands.length === 0)) {
    return null;
  }
  const scale = all.length > 0 ? commonScale(all) : null;
  return (
    <figure>
      <div className="no-print">
        <SelectField
          label={t('indicator.view')}
          value={view}
          onChange={(next) => change({ view: next === 'value' ? null : next }, true)}
          options={REGION_VIEWS.map((one) => ({ value: one, label: t(`indicator.views.${one}`) }))}
        />
      </div>
      <div className="region-lines">
        {series.map((region) => (
          <RegionLine key={region.code} region={region} scale={scale} />
        ))}
      </div>
      <figcaption className="note">
        {t('indicator.chartNote')}
        {view === 'index' ? t('indicator.indexNote', { year: baseYear(detail.regions) ?? '—' }) : ''}
        {view === 'share' ? t('indicator.shareNote') : ''}
      </figcaption>
    </figure>
  );
}

function RegionLine({ region, scale }: { region: RegionSeries; scale: Scale | null }) {
  const { t } = useTranslation();
  const { name, figures, demands, missing } = region;
  const [latest, demand] = [figures.at(-1), demands.at(-1)];
  const said = [latest, demand].flatMap((point) => (point ? [`${point.year} ${point.text}`] : []));
  const line = figures.map(({ year, value }, at) => `${at > 0 ? 'L' : 'M'}${scale?.x(year)} ${scale?.y(value)}`);
  return (
    <div className="region-line">
      <h3>{name}</h3>
      <p className="note">{missing ? t(`indicator.missing.${missing}`) : said.join(' → ')}</p>
      {scale ? (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={[name, ...said].join(', ')}>
          <path className="region-line__axis" d={`M${PAD.x} ${scale.y(0)}H${WIDTH - PAD.x}`} />
          <path className="region-line__path" d={line.join('')} />
          {figures.map(({ id, year, value, caveat }) => (
            <circle
              key={id}
              className={caveat ? 'region-line__dot region-line__dot--caveat' : 'region-line__dot'}
              cx={scale.x(year)}
              cy={scale.y(value)}
              r="3.5"
            />
          ))}
          {demands.map(({ id, year, value }) => (
            <path
              key={id}
              className="region-line__demand"
              d={`M${scale.x(year)} ${scale.y(value) - 6}l6 6l-6 6l-6 -6Z`}
            />
          ))}
          <text x={PAD.x} y={HEIGHT - 3}>
            {scale.first}
          </text>
          <text x={WIDTH - PAD.x} y={HEIGHT - 3} textAnchor="end">
            {scale.last}
          </text>
        </svg>
      ) : null}
    </div>
  );
}
