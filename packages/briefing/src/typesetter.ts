import { readFileSync } from 'node:fs';
import { bulletSvg, toBullet } from '@dabiao/charts/bullet';
import { VERDICT_STYLES, verdictMarkSvg } from '@dabiao/charts/verdict-style';
import { VERDICT_WORDS, VERDICTS } from '@dabiao/domain/verdict';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { drawChart } from './chart-images.ts';
import { type Coverage, MISSING_TYPE, type PrintableText, printableText, readCoverage } from './font-coverage.ts';
import { OFFICIAL_FAMILIES, readFontsFolder, readOwnFonts } from './fonts.ts';
import type { BriefingModel, BriefingPart, TargetRow } from './model.ts';

/** The compiler works in a folder that is not there: what it may read is mapped into it. */
const ROOT = process.platform === 'win32' ? 'C:\\briefing' : '/briefing';
const LAYOUT = ['look.typ', 'tables.typ'];
/** Compilations after which what the compiler remembers of earlier ones may go. */
const REMEMBERED = 2;

/** Standards a briefing can be written to; `a-2a` is what is kept. */
export type PdfStandard = 'a-2a' | 'ua-1';

/** The model with every string made printable. */
export function cleaned<T>(value: T, clean: PrintableText['clean']): T {
  return JSON.parse(JSON.stringify(value), (_, each) => (typeof each === 'string' ? clean(each) : each));
}

function bulletImage({ bullet, verdict, completion }: TargetRow): string | null {
  if (completion === null) return null;
  const colour = VERDICT_STYLES[verdict].colour.print;
  return bulletSvg(toBullet(bullet), { width: 120, height: 18, theme: 'print', colour });
}

/** The parts with their pictures drawn. */
function drawnParts(model: BriefingModel): unknown[] {
  return model.parts.map((part: BriefingPart) => {
    if (part.kind === 'summary') return { ...part, charts: part.charts.map((chart) => drawChart(chart, model)) };
    if (part.kind === 'groups') {
      const groups = part.groups.map((group) => ({
        ...group,
        charts: group.charts.map((chart) => drawChart(chart, model)),
      }));
      return { ...part, groups };
    }
    if (part.kind !== 'table') return part;
    const groups = part.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, bullet: bulletImage(row) })),
    }));
    return { ...part, groups };
  });
}

function missingTypeNote(replaced: readonly string[], lang: BriefingModel['lang']): string | null {
  if (replaced.length === 0) return null;
  const codes = replaced.join(lang === 'zh' ? '、' : ', ');
  return lang === 'zh'
    ? `文中${MISSING_TYPE}代表字库未收的字：${codes}。`
    : `${MISSING_TYPE} stands for characters not in the fonts: ${codes}.`;
}

/** Typesets models, one after the other; what it has loaded (fonts, layout) serves all of them. */
export class Typesetter {
  readonly #compiler: NodeCompiler;
  readonly #coverages: Coverage[];
  readonly #families: Record<string, string[]>;
  readonly #main: string;

  /** @throws Error where the folder of fonts cannot be read. */
  constructor(fontsDir: string | null) {
    const own = readOwnFonts();
    const fontBlobs = fontsDir === null ? own : [...own, ...readFontsFolder(fontsDir)];
    this.#compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs }] });
    this.#coverages = own.map(readCoverage);
    this.#families = this.#familiesFor(fontsDir !== null);
    const layout = (name: string) => readFileSync(new URL(`./layout/${name}`, import.meta.url));
    for (const name of LAYOUT) this.#compiler.mapShadow(`${ROOT}/${name}`, layout(name));
    this.#main = layout('briefing.typ').toString('utf8');
  }

  /** Diagnostics of the compiler as text; every one counts, for a missing font is only a warning to it. */
  #complaintsOf(result: ReturnType<NodeCompiler['compile']>): string[] {
    const found = result.takeDiagnostics();
    return found ? this.#compiler.fetchDiagnostics(found).map((each) => String(each.message)) : [];
  }

  /** Whether the compiler finds a family among its fonts. */
  #knows(family: string): boolean {
    const source = `#set text(font: ${JSON.stringify(family)}, fallback: false)\nx`;
    return this.#complaintsOf(this.#compiler.compile({ mainFileContent: source })).length === 0;
  }

  #familiesFor(extended: boolean): Record<string, string[]> {
    const official = (names: readonly string[]) => (extended ? names.filter((name) => this.#knows(name)) : []);
    return {
      title: [...official(OFFICIAL_FAMILIES.title), 'Noto Serif SC'],
      body: [...official(OFFICIAL_FAMILIES.body), 'Noto Serif SC'],
      heading: [...official(OFFICIAL_FAMILIES.heading), 'Noto Sans SC'],
      kai: [...official(OFFICIAL_FAMILIES.kai), 'Noto Serif SC'],
      sans: ['Noto Sans SC'],
    };
  }

  /** What the layout reads: the model, its pictures, the families to set it in. */
  #layoutData(model: BriefingModel): unknown {
    const printable = printableText(this.#coverages);
    const printed = cleaned(model, printable.clean);
    const { lang } = model;
    const [year, month, day] = model.date.split('-').map(Number);
    const { parts: _, ...rest } = printed;
    return {
      model: rest,
      parts: drawnParts(printed),
      date: { year, month, day },
      families: this.#families,
      weights: { body: 300, title: 900, heading: 700, kai: 600 },
      marks: Object.fromEntries(VERDICTS.map((verdict) => [verdict, verdictMarkSvg(verdict, 'print', 32)])),
      words: Object.fromEntries(VERDICTS.map((verdict) => [verdict, VERDICT_WORDS[verdict][lang]])),
      missingType: missingTypeNote(printable.replaced(), lang),
    };
  }

  #compile(model: BriefingModel) {
    if (model.version !== 2) throw new Error(`a model of version ${String(model.version)} cannot be drawn`);
    this.#compiler.mapShadow(`${ROOT}/briefing.json`, Buffer.from(JSON.stringify(this.#layoutData(model))));
    const compiled = this.#compiler.compile({ mainFileContent: this.#main });
    const complaints = this.#complaintsOf(compiled);
    if (complaints.length > 0 || !compiled.result) throw new Error(complaints.join('; '));
    return compiled.result;
  }

  /** The PDF of a model and how many pages it has. @throws Error with the compiler's complaints */
  pdf(model: BriefingModel, pdfStandard: PdfStandard = 'a-2a'): { bytes: Uint8Array; pages: number } {
    const document = this.#compile(model);
    const creationTimestamp = Date.parse(model.date) / 1000;
    const bytes = this.#compiler.pdf(document, { pdfStandard, creationTimestamp });
    const pages = document.numOfPages;
    this.#compiler.evictCache(REMEMBERED);
    return { bytes, pages };
  }

  /** All pages as one SVG picture, one below the other, for looking at; and how many there are. */
  picture(model: BriefingModel): { svg: string; pages: number } {
    const document = this.#compile(model);
    const svg = this.#compiler.plainSvg(document);
    const pages = document.numOfPages;
    this.#compiler.evictCache(REMEMBERED);
    return { svg, pages };
  }
}
