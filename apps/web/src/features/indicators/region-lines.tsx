import type { IndicatorDetail } from '@dabiao/contract/indicator';
import type { TargetRow } from '@dabiao/contract/target';
import type { TargetKind } from '@dabiao/domain/target';
import { useTranslation } from 'react-i18next';
import { useLang } from '../../ui/lang.ts';
import { demandAmount, figureText } from '../../ui/value-text.ts';

const WIDTH = 280;
const HEIGHT = 120;
const PAD = { x: 12, top: 14, bottom: 18 };

interface Mark {
  year: number;
  value: number;
}

interface Scale {
  x: (year: number) => number;
  y: (value: number) => number;
  first: number;
  last: number;
}

/** One scale for all regions, from 0, so that the small pictures can be compared. */
function commonScale(marks: readonly Mark[]): Scale {
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

/** Kinds whose milestones are in the indicator's own unit and scale. */
const OWN_SCALE: readonly TargetKind[] = ['level', 'share', 'annual_flow'];

function demandsOf(targets: readonly TargetRow[], region: string): (Mark & { target: TargetRow })[] {
  return targets
    .filter((target) => target.region.code === region && OWN_SCALE.includes(target.kind))
    .flatMap((target) =>
      target.milestones.flatMap(({ year, value }) => (year === null ? [] : [{ year, value, target }])),
    );
}

/** Small pictures on one common scale, one a region: figures as dots and line, targets as diamonds. */
export function RegionLines({ detail }: { detail: IndicatorDetail }) {
  const { t } = useTranslation();
  const named = new Map(detail.regions.map(({ code, name }) => [code, name]));
  for (const { region } of detail.targets) named.set(region.code, region.name);
  const all: Mark[] = [
    ...detail.regions.flatMap(({ figures }) => figures),
    ...[...named.keys()].flatMap((code) => demandsOf(detail.targets, code)),
  ];
  if (all.length === 0) return null;
  const scale = commonScale(all);
  return (
    <figure>
      <div className="region-lines">
        {[...named].map(([code, name]) => (
          <RegionLine key={code} name={name} detail={detail} code={code} scale={scale} />
        ))}
      </div>
      <figcaption className="note">{t('indicator.chartNote')}</figcaption>
    </figure>
  );
}

interface RegionLineProps {
  name: string;
  code: string;
  detail: IndicatorDetail;
  scale: Scale;
}

function RegionLine({ name, code, detail, scale }: RegionLineProps) {
  const lang = useLang();
  const { unit } = detail.indicator;
  const figures = detail.regions.find((region) => region.code === code)?.figures ?? [];
  const demands = demandsOf(detail.targets, code);
  const ordered = [...figures].sort((a, b) => a.year - b.year);
  const latest = ordered.at(-1);
  const demand = demands.at(-1);
  const line = ordered.map(({ year, value }, index) => `${index > 0 ? 'L' : 'M'}${scale.x(year)} ${scale.y(value)}`);
  const label = [
    name,
    latest ? `${latest.year} ${figureText(latest, unit, lang, latest.note)}` : '',
    demand ? `${demand.year} ${demandAmount(demand.target.comparator, demand, unit, lang)}` : '',
  ].filter((part) => part !== '');
  return (
    <div className="region-line">
      <h3>{name}</h3>
      <p className="note">{label.slice(1).join(' → ')}</p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label.join(', ')}>
        <path className="region-line__axis" d={`M${PAD.x} ${scale.y(0)}H${WIDTH - PAD.x}`} />
        <path className="region-line__path" d={line.join('')} />
        {ordered.map(({ year, value, caveats }) => (
          <circle
            key={year}
            className={caveats.length > 0 ? 'region-line__dot region-line__dot--caveat' : 'region-line__dot'}
            cx={scale.x(year)}
            cy={scale.y(value)}
            r="3.5"
          />
        ))}
        {demands.map(({ year, value, target }) => (
          <path
            key={`${target.id}-${year}`}
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
    </div>
  );
}
