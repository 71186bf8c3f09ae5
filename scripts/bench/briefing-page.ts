import { drawChart } from '@dabiao/briefing/chart-images';
import type { BriefingChart, BriefingModel, BriefingPart } from '@dabiao/briefing/model';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `@page { size: A4; margin: 37mm 26mm 35mm 28mm }
body { font: 15.75pt/29pt 'Noto Serif CJK SC', serif; margin: 0 } p { margin: 0; text-indent: 2em; text-align: justify }
h1 { font-size: 22pt; text-align: center } h2, h3 { font-size: 15.75pt } table { border-collapse: collapse; width: 100% }
table, small { font: 9pt/1.5 'Noto Sans CJK SC', sans-serif } td, th { border-bottom: 0.4pt solid #ccc; text-align: left }
tr, figure { break-inside: avoid } figure { margin: 15pt 0 } figcaption { font: bold 10.5pt 'Noto Sans CJK SC' }`;

function chart(one: BriefingChart, model: BriefingModel): string {
  const { svg, caption, note } = drawChart(one, model);
  const sized = svg.replace('<svg ', '<svg style="width:156mm;height:auto" ');
  return `<figure><figcaption>${escaped(caption)}</figcaption>${sized}<small>${escaped(note ?? '')}</small></figure>`;
}

const row = (cells: readonly (string | null)[], tag = 'td'): string =>
  `<tr>${cells.map((cell) => `<${tag}>${escaped(cell ?? '—')}</${tag}>`).join('')}</tr>`;

const paragraph = (text: string): string => `<p>${escaped(text)}</p>`;

function body(part: BriefingPart, model: BriefingModel): string {
  const charts = (list: readonly BriefingChart[]) => list.map((one) => chart(one, model)).join('');
  switch (part.kind) {
    case 'summary': {
      const rows = part.verdicts?.rows.map((each) =>
        row([each.heading, ...each.counts.map(String), String(each.total)]),
      );
      const table = `<table><thead>${row(part.verdicts?.columns ?? [], 'th')}</thead>${(rows ?? []).join('')}</table>`;
      return `${part.paragraphs.map(paragraph).join('')}${table}${charts(part.charts)}`;
    }
    case 'groups':
      return part.groups
        .map((group) => `<h3>${escaped(group.heading)}</h3>${paragraph(group.text)}${charts(group.charts)}`)
        .join('');
    case 'table': {
      const rows = part.groups.flatMap((group) => [
        row([group.heading, '', '', '', '', '']),
        ...group.rows.map((each) =>
          row([each.indicator, each.demand, each.value, each.completion, each.word, each.departments]),
        ),
      ]);
      return `<table><thead>${row(part.columns, 'th')}</thead>${rows.join('')}</table>`;
    }
    case 'notes':
      return [...part.notes.map(({ source, figures }) => `${source} ${figures.join('；')}`), ...part.method]
        .map((text) => `<small>${escaped(text)}</small><br>`)
        .join('');
    default:
      return part.items.map((item) => paragraph(`${item.word} ${item.text}${item.departments ?? ''}`)).join('');
  }
}

/** The same words, tables and charts as a page for a browser to print. */
export function briefingPage(model: BriefingModel): string {
  const parts = model.parts.map((part) => `<h2>${escaped(part.heading)}</h2>${body(part, model)}`).join('');
  return `<!doctype html><html lang="${model.lang}"><meta charset="utf-8"><title>${escaped(model.title)}</title><style>${STYLE}</style><h1>${escaped(model.title)}</h1>${parts}</html>`;
}
