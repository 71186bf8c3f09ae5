import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { bulletSvg, toBullet } from '@dabiao/charts/bullet';
import { VERDICT_STYLES, verdictMarkSvg } from '@dabiao/charts/verdict-style';
import { VERDICT_WORDS, VERDICTS } from '@dabiao/domain/verdict';
import { type NodeAddFontBlobs, NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { drawChart } from './chart-images.ts';
import type { DrawingJob } from './draw.ts';
import { MISSING_TYPE, type PrintableText, printableText, readCoverage } from './font-coverage.ts';
import { OFFICIAL_FAMILIES, readFontsFolder, readOwnFonts } from './fonts.ts';
import type { BriefingModel } from './model.ts';

// Started by drawBriefing for one briefing: the job comes on standard input, the PDF goes to standard output.

/** The compiler works in a folder that is not there: what it may read is mapped into it. */
const ROOT = process.platform === 'win32' ? 'C:\\briefing' : '/briefing';

/** The model with every string made printable. */
function cleaned<T>(value: T, clean: PrintableText['clean']): T {
  return JSON.parse(JSON.stringify(value), (_, each) => (typeof each === 'string' ? clean(each) : each));
}

/** What the template reads: the model, its pictures, the families to set it in. */
function templateData(model: BriefingModel, printable: PrintableText, families: Record<string, string[]>): unknown {
  const { lang } = model;
  const [year, month, day] = model.date.split('-').map(Number);
  const table = model.table.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({
      ...row,
      bullet: row.completion === null ? null : bulletImage(row),
    })),
  }));
  const replaced = printable.replaced();
  return {
    model: { ...model, table },
    date: { year, month, day },
    families,
    weights: { body: 300, title: 900, heading: 700 },
    marks: Object.fromEntries(VERDICTS.map((verdict) => [verdict, verdictMarkSvg(verdict, 'print', 32)])),
    words: Object.fromEntries(VERDICTS.map((verdict) => [verdict, VERDICT_WORDS[verdict][lang]])),
    overviewCharts: model.overviewCharts.map((chart) => drawChart(chart, lang)),
    targetCharts: model.targetCharts.map((chart) => drawChart(chart, lang)),
    missingType: replaced.length === 0 ? null : missingTypeNote(replaced, lang),
  };
}

function bulletImage({ bullet, verdict }: BriefingModel['table'][number]['rows'][number]): string {
  const colour = VERDICT_STYLES[verdict].colour.print;
  return bulletSvg(toBullet(bullet), { width: 120, height: 18, theme: 'print', colour });
}

function missingTypeNote(replaced: readonly string[], lang: BriefingModel['lang']): string {
  const codes = replaced.join(lang === 'zh' ? '、' : ', ');
  return lang === 'zh'
    ? `文中${MISSING_TYPE}代表字库未收的字：${codes}。`
    : `${MISSING_TYPE} stands for characters not in the fonts: ${codes}.`;
}

/** Diagnostics of the compiler as text; every one counts, for a missing font is only a warning to it. */
function complaintsOf(compiler: NodeCompiler, result: ReturnType<NodeCompiler['compile']>): string[] {
  const found = result.takeDiagnostics();
  return found ? compiler.fetchDiagnostics(found).map((each) => String(each.message)) : [];
}

/** Whether the compiler finds a family among its fonts. */
function knows(compiler: NodeCompiler, family: string): boolean {
  const source = `#set text(font: ${JSON.stringify(family)}, fallback: false)\nx`;
  return complaintsOf(compiler, compiler.compile({ mainFileContent: source })).length === 0;
}

function familiesFor(compiler: NodeCompiler, extended: boolean): Record<string, string[]> {
  const official = (names: readonly string[]) => (extended ? names.filter((name) => knows(compiler, name)) : []);
  return {
    title: [...official(OFFICIAL_FAMILIES.title), 'Noto Serif SC'],
    body: [...official(OFFICIAL_FAMILIES.body), 'Noto Serif SC'],
    heading: [...official(OFFICIAL_FAMILIES.heading), 'Noto Sans SC'],
    sans: ['Noto Sans SC'],
  };
}

function draw({ model, fontsDir }: DrawingJob): Buffer {
  const own = readOwnFonts();
  const fonts: NodeAddFontBlobs = { fontBlobs: fontsDir === null ? own : [...own, ...readFontsFolder(fontsDir)] };
  const compiler = NodeCompiler.create({ workspace: ROOT, fontArgs: [fonts] });
  const printable = printableText(own.map(readCoverage));
  const printed = cleaned(model, printable.clean);
  const data = templateData(printed, printable, familiesFor(compiler, fontsDir !== null));
  compiler.mapShadow(`${ROOT}/briefing.json`, Buffer.from(JSON.stringify(data)));
  const template = readFileSync(new URL('./template.typ', import.meta.url), 'utf8');
  const result = compiler.compile({ mainFileContent: template });
  const complaints = complaintsOf(compiler, result);
  if (complaints.length > 0 || !result.result) throw new Error(complaints.join('; '));
  const creationTimestamp = Date.parse(model.date) / 1000;
  return compiler.pdf(result.result, { pdfStandard: 'a-2a', creationTimestamp });
}

try {
  const pdf = draw(JSON.parse(await text(process.stdin)) as DrawingJob);
  process.stdout.write(pdf);
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
