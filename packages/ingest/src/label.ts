import { parseUnit } from '@dabiao/domain/unit';

const INVISIBLE = /[\s\u200b-\u200d\u2060\ufeff]+/gu;
const QUOTES = /["'“”‘’「」《》]/g;

/** Marks before a name that are not part of it: 其中：, #, numbering in any of its forms. */
const MARKER =
  /^(?:其中[:：、]?|#+|\*+|[①-⑳]|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、．)）]|\.(?!\d))|[·•●◆■-])/;

/** A bracketed part anywhere in a label: 工业总产值（亿元）, 支出(亿元)i, 人口[万人]. */
const BRACKETS = /[(（[［【]([^()（）[\]［］【】]*)[)）\]］】]/g;

/** Without any spaces and line breaks, full width as half width, lower case: what two spellings of one name share. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
}

/** Signs of a footnote after a name, a year or a value: 产值①, 2023年*, 12.5†. */
const FOOTNOTE_SIGNS = /[*＊※†‡①-⑳⑴-⒇¹²³⁴-⁹]+$/u;

/** Without the signs of footnotes at its end, but for a text that is nothing else. */
export function withoutFootnote(text: string): string {
  const rest = text.replace(FOOTNOTE_SIGNS, '');
  return rest.trim() === '' ? text : rest;
}

/** `squeeze`d and without quotation marks, for comparing names. */
export function normaliseName(text: string): string {
  return squeeze(text).replace(QUOTES, '');
}

/** `normaliseName`d and with every year as #: the same for next year's sheet. */
export function timelessName(text: string): string {
  return normaliseName(text).replace(/(?:19|20)\d\d(?:\.0+)?(?:年度|年末|年底|年)?/g, '#');
}

/** Without 其中：, #, 一、, (1) and the like before the name, however many there are. */
export function stripMarkers(text: string): string {
  let rest = text.replace(INVISIBLE, '');
  for (let match = MARKER.exec(rest); match && match[0].length < rest.length; match = MARKER.exec(rest)) {
    rest = rest.slice(match[0].length);
  }
  return rest;
}

/** Whether a name says that it is a part of the one before it: 其中：住宅, # 住宅. */
export function isMarkedPart(text: string): boolean {
  return /^(?:其中|#)/.test(squeeze(text));
}

/** The Chinese part of a bilingual label: 全市 Total is 全市; a label without Chinese stays as it is. */
export function chinesePart(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  return text.replace(/[/|]?\s*[A-Z][A-Za-z.,'()&\s-]*$/u, '') || text;
}

/** The unit written as such: （亿元）, 单位：万人, 亿元. @returns null where the text is not a unit. */
export function unitOf(text: string): string | null {
  const bare = squeezeUnit(text);
  return bare !== '' && !/^[-—.]+$/.test(bare) && parseUnit(bare) ? bare : null;
}

/** A unit without spaces, brackets around it and 单位：, in its half-width form. */
export function squeezeUnit(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/^(?:计量)?单位[::]?/, '')
    .replace(/^[([【]|[)\]】]$/g, '');
}

/**
 * Takes the unit out of a label: 工业总产值（亿元） is 工业总产值 and 亿元. Brackets that hold no unit stay
 * (产值（当年价））, as does everything after the unit that is a letter or two of a footnote (i).
 * @returns the label without the unit's brackets, and the unit or null.
 */
export function splitUnit(label: string): { name: string; unit: string | null } {
  let unit: string | null = null;
  const name = label.replace(BRACKETS, (whole, inner: string) => {
    const found = unit === null ? unitOf(inner) : null;
    if (found === null) return whole;
    unit = found;
    return '';
  });
  if (unit !== null) return { name: name.replace(/(?<=\p{Script=Han})[a-z]{1,2}$/u, ''), unit };
  return splitTail(label);
}

/** A unit after a mark at the end of a name: GDP_亿元, 人口：万人, 产值/亿元. */
const TAIL = /^(.*[^\s_＿:：/／,，])\s*[_＿:：/／,，]\s*([^_＿:：/／,，]{1,8})$/u;

function splitTail(label: string): { name: string; unit: string | null } {
  const [, name, tail] = TAIL.exec(label) ?? [];
  const unit = tail === undefined ? null : unitOf(tail);
  return name === undefined || unit === null ? { name: label, unit: null } : { name, unit };
}
