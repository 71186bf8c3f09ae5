/** Letters put in place of names, so that no quantity, time or verb is found in them; lengths stay as they are. */
export const NAME = '□';
export const BRACKET = '◇';

const cover =
  (sign: string) =>
  (words: string): string =>
    sign.repeat(words.length);

/** Titles of documents and their numbers. */
const TITLES = /《[^》]{1,80}》/g;
/** 关于2024年实施47项民生实事的通知: a title without its marks. */
const BARE_TITLES = /关于[^。，；：]{4,60}?的(?:通知|公告|通报|批复|决定|意见)/g;
const NUMBERS = /[〔[]\d{4}[〕\]]\d{1,5}号/g;
/**
 * What stands in quotation marks is a name (“十大工程”, “1+N”, “双百”), except a five-year plan, which is a time.
 */
const QUOTED = /“(?!十[一二三四五六]五)[^”“]{1,40}”/g;
/** Names with figures in them that are no quantities. */
const FIGURE_NAMES =
  /[*＊×]100%|(?<![进居列身入位持目以之提当])前\d{1,2}%|\d{1,9}(?:\.\d{1,9})?[Gg](?!W|\/)(?:\+|-A|网络)?|\d{1,9}[+＋×xX]\d*[A-Za-z]?(?:[+＋][\dA-Za-z]{1,9})*|(?<![\d/])[A-Za-z]{1,12}\d{1,9}(?:\.\d{1,9})?(?:[-/][A-Za-z\d]{1,9})*|\d{1,9}A级|\d{1,9}(?:\.\d{1,9})?版|\d{1,2}\.\d{1,2}(?=方案|政策|行动|改革|计划|工程|时代)|\d{1,3}人(?=论坛|会议|峰会)|\d{5,6}(?=热线|平台)|(?:世界|中国|全国|国内|民营企业|全球|民企|制造业)?\d{1,9}强|\d{1,9}[Dd](?=打印)|20\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?:\s?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?|\d{1,2}时\d{1,2}分|\d{1,2}时(?!间)|第\d{1,9}/g;
/** Set phrases with numbers that count nothing. */
const IDIOMS =
  /两项补贴|千家万户|万家灯火|千户苗寨|\d人制|千行百业|千方百计|千军万马|千头万绪|千差万别|百花齐放|百家争鸣|万众一心|成千上万|百舸|百年|千年|万物|百科|百姓|万里/g;
const BRACKETS = /（[^（）]*）/g;

/** 未来十年（2023—2032年）: a bracket that says which years a time before it means is a time itself. */
const isTime = (bracket: string, before: string): boolean =>
  /^（(?:即)?20\d\d[-—–~至到年度底末\s\d]{1,18}(?:年|年度|年底|年末)）$/.test(bracket) &&
  /(?:年|期|末|五”)内?$/.test(before);

/** The sentence with every name and bracket covered. */
export function maskNames(text: string): string {
  return text
    .replace(BRACKETS, (words, at: number) =>
      isTime(words, text.slice(Math.max(0, at - 4), at))
        ? BRACKET + words.slice(1, -1) + BRACKET
        : cover(BRACKET)(words),
    )
    .replace(TITLES, cover(NAME))
    .replace(BARE_TITLES, cover(NAME))
    .replace(NUMBERS, cover(NAME))
    .replace(QUOTED, (words) => (/^“[^”]*$/.test(words) ? words : `“${NAME.repeat(words.length - 2)}”`))
    .replace(FIGURE_NAMES, cover(NAME))
    .replace(IDIOMS, cover(NAME));
}
