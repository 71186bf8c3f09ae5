import { figureNote } from '@dabiao/charts/caveat-label';
import { FIGURE_STATUS_WORDS, FIGURE_STATUSES, type Figure, type FigureSource } from '@dabiao/domain/figure';
import type { Lang } from '@dabiao/domain/number-text';
import type { BriefedTarget, SourceNote } from './model.ts';
import { briefingWords } from './words.ts';

interface Cited {
  source: FigureSource;
  /** Years used by indicator name; the note of each year is its status and caveat. */
  used: Map<string, { year: number; note: string }[]>;
}

/** The numbered notes, and which numbers stand behind a target's figures. */
export interface Notes {
  notes: SourceNote[];
  /** Numbers of the sources of a target's figures of the given years, ascending. */
  numbersOf: (briefed: BriefedTarget, years: readonly number[]) => number[];
}

/** Numbers the sources of all figures used, in the order the targets stand; a source named twice has one number. */
export function toNotes(targets: readonly BriefedTarget[], year: number, lang: Lang): Notes {
  const cited = new Map<string, Cited>();
  for (const { indicator, figures } of targets) {
    for (const figure of figures.filter((each) => each.year <= year)) {
      const key = sourceKey(figure.source);
      const entry: Cited = cited.get(key) ?? { source: figure.source, used: new Map() };
      cited.set(key, entry);
      const years = entry.used.get(indicator.name) ?? [];
      if (!years.some((each) => each.year === figure.year))
        years.push({ year: figure.year, note: noteOf(figure, lang) });
      entry.used.set(indicator.name, years);
    }
  }
  const order = [...cited.keys()];
  return {
    notes: [...cited.values()].map(({ source, used }, index) => ({
      number: index + 1,
      source: sourceLine(source, lang),
      address: source.address,
      figures: [...used].map(([name, years]) => `${name}${lang === 'zh' ? '：' : ': '}${yearsLine(years, lang)}`),
    })),
    numbersOf: ({ figures }, years) => {
      const used = figures.filter((figure) => figure.year <= year && years.includes(figure.year));
      const numbers = used.map((figure) => order.indexOf(sourceKey(figure.source)) + 1);
      return [...new Set(numbers)].sort((a, b) => a - b);
    },
  };
}

function sourceKey({ publisher, title, date, address }: FigureSource): string {
  return JSON.stringify([publisher, title, date, address]);
}

function sourceLine({ publisher, title, date }: FigureSource, lang: Lang): string {
  const parts = [publisher, briefingWords(lang).quoted(title), date].filter((part) => part !== null && part !== '');
  return parts.join(lang === 'zh' ? '，' : ', ');
}

function noteOf(figure: Figure, lang: Lang): string {
  return figureNote(figure.status, figure.caveats, figure.note, lang);
}

/** 2021—2023年、2024年（快报，截至9月）: years of the same standing that follow each other are drawn together. */
function yearsLine(years: readonly { year: number; note: string }[], lang: Lang): string {
  const runs: { from: number; to: number; note: string }[] = [];
  for (const { year, note } of [...years].sort((a, b) => a.year - b.year)) {
    const last = runs.at(-1);
    if (last && last.to === year - 1 && last.note === note) last.to = year;
    else runs.push({ from: year, to: year, note });
  }
  const zh = lang === 'zh';
  const words = runs.map(({ from, to, note }) => {
    const span = from === to ? String(to) : `${from}${zh ? '—' : '–'}${to}`;
    const said = note === '' ? '' : zh ? `（${note}）` : ` (${note})`;
    return `${span}${zh ? '年' : ''}${said}`;
  });
  return words.join(zh ? '、' : ', ');
}

/** How many figures a briefing uses, and of which status: 共用数据120个，其中年报98个、快报22个. */
export function standingText(targets: readonly BriefedTarget[], year: number, lang: Lang): string {
  const used = new Map<string, Figure>();
  for (const { figures } of targets) {
    for (const figure of figures) {
      if (figure.year <= year) used.set(`${figure.indicator} ${figure.region} ${figure.year}`, figure);
    }
  }
  if (used.size === 0) return '';
  const words = briefingWords(lang);
  const counts = FIGURE_STATUSES.flatMap((status) => {
    const count = [...used.values()].filter((figure) => figure.status === status).length;
    return count === 0 ? [] : [words.standingCount(FIGURE_STATUS_WORDS[status][lang], count)];
  });
  return words.standing(used.size, counts.join(words.listSeparator));
}
