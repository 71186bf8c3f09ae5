import { toTrajectoryOption } from '@dabiao/charts/trajectory';
import type { TrajectorySeries } from '@dabiao/charts/trajectory-series';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../ui/chart.tsx';
import { useLang } from '../../ui/lang.ts';
import { usePrinting } from '../../ui/theme-name.ts';
import { figureText, plainText } from '../../ui/value-text.ts';

/** Type in a drawing, in its own pixels; on the wall it is as large as the box's type. */
const DRAWN_TYPE = 12;
const LEAST_HEIGHT = 150;
const COMPACT_BELOW = 400;

interface Box {
  /** Pixels of the drawing. */
  width: number;
  height: number;
  /** Pixels of the screen for each of them. */
  scale: number;
}

/** The space for a chart, in the pixels that the chart is drawn in. */
function useBox(element: React.RefObject<HTMLElement | null>): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useEffect(() => {
    const held = element.current;
    if (!held) return;
    const observer = new ResizeObserver(() => {
      const scale = Number.parseFloat(getComputedStyle(held).fontSize) / DRAWN_TYPE;
      const [width, height] = [held.clientWidth, held.clientHeight].map((side) => Math.floor(side / scale));
      if (width && height) setBox({ width, height, scale });
    });
    observer.observe(held);
    return () => observer.disconnect();
  }, [element]);
  return box;
}

/** A target's trajectory as large as the screen allows, its type as large as the type around it. */
export function WallChart({ series, label }: { series: TrajectorySeries; label: string }) {
  const lang = useLang();
  const held = useRef<HTMLDivElement>(null);
  const box = useBox(held);
  const theme = usePrinting() ? 'light' : 'dark';
  const height = Math.max(LEAST_HEIGHT, box?.height ?? 0);
  const option = useCallback(
    (width: number) => toTrajectoryOption(series, { lang, theme, width, height, compact: width < COMPACT_BELOW }),
    [series, lang, theme, height],
  );
  return (
    <figure ref={held} className="wall-chart">
      {box ? (
        <div className="wall-chart__sheet" style={{ width: box.width, transform: `scale(${box.scale})` }}>
          <Chart option={option} heightFor={() => height} label={label} />
        </div>
      ) : null}
      <div className="unseen">
        <SeriesTable series={series} label={label} />
      </div>
    </figure>
  );
}

/** The chart's numbers for those who hear the wall. */
function SeriesTable({ series, label }: { series: TrajectorySeries; label: string }) {
  const { t } = useTranslation();
  const lang = useLang();
  const years = [...new Set([...series.points, ...series.milestones].map(({ year }) => year))].sort((a, b) => a - b);
  return (
    <table>
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{t('how.year')}</th>
          <th scope="col">{t('chart.actual')}</th>
          <th scope="col">{t('chart.milestone')}</th>
        </tr>
      </thead>
      <tbody>
        {years.map((year) => {
          const point = series.points.find((each) => each.year === year);
          const milestone = series.milestones.find((each) => each.year === year);
          return (
            <tr key={year}>
              <th scope="row">{year}</th>
              <td>{point ? figureText(point, series.unit, lang, point.note ?? null) : '—'}</td>
              <td>{milestone ? plainText(milestone.value, series.unit, lang) : '—'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
