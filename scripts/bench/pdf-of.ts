import { createRequire } from 'node:module';
import { readOwnFonts } from '@dabiao/briefing/fonts';

interface Compiler {
  create: (options: object) => { pdf: (source: { mainFileContent: string }) => Uint8Array };
}

// The typesetter is the briefing's, and found where that finds it.
const { NodeCompiler } = createRequire(createRequire(import.meta.url).resolve('@dabiao/briefing/fonts'))(
  '@myriaddreamin/typst-ts-node-compiler',
) as { NodeCompiler: Compiler };

/** How a page is set: GB/T 9704 has 22 lines of 28 letters; a dense one is what small type on full pages gives. */
const LOOKS = {
  official:
    '#set page(width: 210mm, height: 297mm, margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm))\n#set text(size: 15.8pt)\n#set par(leading: 0.86em, first-line-indent: 2em)',
  dense: '#set page(width: 210mm, height: 297mm, margin: 12mm)\n#set text(size: 9pt)\n#set par(leading: 0.5em)',
};

const NOUNS =
  '冷库容量 物流枢纽 充电桩 绿色工厂 数字车间 高新技术企业 研发投入强度 公共充换电站 技改项目 产业园区'.split(' ');
const UNITS = '家 个 座 项 亿元 万立方米 套'.split(' ');

/** A made-up sentence with a demand and words around it, another for each number. */
const sentence = (at: number): string =>
  `（${(at % 20) + 1}）推动${NOUNS[at % 10]}提质扩面，完善配套政策，强化要素保障，健全部门协同、上下联动的工作机制。` +
  `到20${26 + (at % 10)}年，全市${NOUNS[(at * 7) % 10]}达到${100 + ((at * 37) % 9900)}${UNITS[at % 7]}以上，增长${(at % 30) + 1}%左右。`;

/** A PDF of about so many pages of made-up policy text. @returns its bytes, and how many letters were set */
export function pdfOf(look: keyof typeof LOOKS, pages: number): { bytes: Uint8Array; letters: number } {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: readOwnFonts() }] });
  const perPage = look === 'official' ? 621 : 2095;
  const lines: string[] = [];
  let letters = 0;
  for (let at = 0; letters < pages * perPage; at += 1) {
    const line = sentence(at);
    lines.push(line);
    letters += line.length;
  }
  const head = `${LOOKS[look]}\n#set text(font: "Noto Serif SC", lang: "zh")`;
  return { bytes: compiler.pdf({ mainFileContent: `${head}\n\n${lines.join('\n\n')}` }), letters };
}
