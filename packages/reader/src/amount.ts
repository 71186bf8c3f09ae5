import { multiply } from '@dabiao/domain/decimal';
import { powerOf, type Quantity } from './quantity.ts';
import { isMoneySubject } from './refuse.ts';
import { unitOfName } from './unit-words.ts';

/** A quantity in the unit it is kept in. */
export interface Amount {
  value: number;
  valueMax: number | null;
  unit: string;
}

const PERSONS = new Set(['名', '位']);

/** Unit of money by its size: 亿元 from a hundred million on, 万元 from ten thousand, otherwise 元. */
function moneyUnit(magnitude: string, unit: string): [unit: string, power: number] {
  const currency = unit === '' || unit === '元人民币' || unit === '人民币' ? '元' : unit;
  const power = powerOf(magnitude);
  if (power >= 1e8) return [`亿${currency}`, power / 1e8];
  return power >= 1e4 ? [`万${currency}`, power / 1e4] : [currency, power];
}

/**
 * Writes magnitudes out exactly: 1.5万亿元 is 15000 亿元, 6万个 60000 个; persons are counted in 人.
 * A magnitude without a unit (突破1万亿) is money where its subject is. @param subject what is measured
 */
export function amountOf(quantity: Quantity, subject: string): Amount {
  const { magnitude, sort } = quantity;
  const counted = countedUnit(subject);
  const monetary =
    sort === 'money' || (sort === 'index' && magnitude !== '' && counted === null && isMoneySubject(subject));
  const [unit, power] = monetary
    ? moneyUnit(magnitude, quantity.unit)
    : [plainUnit(quantity, subject), keptMagnitude(quantity) ? 1 : powerOf(magnitude)];
  const times = (value: number) => (power === 1 ? value : multiply(value, power));
  return { value: times(quantity.value), valueMax: quantity.valueMax === null ? null : times(quantity.valueMax), unit };
}

/** 进入全国前10名, 位次前移2位: places in a list, no persons. */
export const isRank = (subject: string): boolean => /(?:前|位次|排名|名次|前移|上升|晋位)$/.test(subject);

/** What persons and households are counted in where the number leaves it out: 网民规模12亿, 用户突破1亿. */
function countedUnit(subject: string): string | null {
  if (/(?:人口|人数|网民|就业|人才|劳动力|职工|游客|旅客|学生)(?:规模|总数|总量|数量|数)?$/.test(subject)) return '人';
  if (/(?:企业|公司)(?:总数|总量|数量|数)?$/.test(subject)) return '家';
  return /(?:用户|家庭|农户|住户|市场主体|经营主体|个体工商户)(?:规模|总数|总量|数量|数)?$/.test(subject) ? '户' : null;
}

/** In 万元/亩 the magnitude belongs to the unit. */
const keptMagnitude = ({ unit, magnitude }: Quantity): boolean => /[/／]/.test(unit) && magnitude !== '';

function plainUnit(quantity: Quantity, subject: string): string {
  if (keptMagnitude(quantity)) return `${quantity.magnitude}${quantity.unit}`;
  if (PERSONS.has(quantity.unit)) return isRank(subject) ? '位' : '人';
  if (quantity.sort === 'points') return '个百分点';
  if (quantity.sort === 'index')
    return unitOfName(subject) ?? countedUnit(subject) ?? (quantity.magnitude === '' ? '指数' : '个');
  return quantity.unit;
}
