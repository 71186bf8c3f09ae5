import { ORDINAL } from './chinese-number.ts';
import type { Block } from './outline.ts';

/** How an article of a rule begins, and how many make a body of rules. */
const ARTICLE = /^第[一二三四五六七八九十百\d]{1,4}条/;
const FEWEST_ARTICLES = 5;

/** Articles are divided by （一） and 1.: 一、, an annex and the title of another document end a body of rules. */
const ENDS_RULES = new RegExp(`^${ORDINAL}、|^附(?:件|表|录)|^关于.{4,60}的(?:通知|意见)$`);

/** The blocks of a document that stand in a body of rules (第十七条 …); what stands before and after it is none. */
export function blocksOfRules(blocks: readonly Block[]): ReadonlySet<Block> {
  const found = new Set<Block>();
  if (blocks.filter(({ paragraph }) => ARTICLE.test(paragraph.text)).length < FEWEST_ARTICLES) return found;
  let ruled = false;
  for (const block of blocks) {
    if (ARTICLE.test(block.paragraph.text)) ruled = true;
    else if (ENDS_RULES.test(block.paragraph.text)) ruled = false;
    if (ruled) found.add(block);
  }
  return found;
}
