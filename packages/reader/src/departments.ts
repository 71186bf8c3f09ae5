import type { TargetDepartment } from '@dabiao/domain/target';

/** Departments named in a paragraph, and where: they answer for what stands before them in their clause. */
export interface DepartmentMark {
  start: number;
  end: number;
  departments: TargetDepartment[];
}

const LABEL =
  '(?:(?<lead>牵头(?:责任)?(?:（责任）)?(?:单位|部门)?|主办单位|第一责任单位)|(?<other>责任(?:单位|部门|分工)?|配合(?:单位|部门)|参与(?:单位|部门)|协办单位|承办单位|责任主体|落实单位))';
const LABELLED = new RegExp(`（?${LABEL}：`);
const PART = new RegExp(`${LABEL}：(?<names>(?:[^；。（）]|（[^（）]{0,20}）)*)`, 'g');

/** Names of bodies end in these; a bracket without a label is a list of departments where every name does. */
const BODY =
  /(?:局|委|委员会|办|办公室|厅|部|院|署|会|中心|政府|管委会|公司|集团|银行|支行|分行|法院|检察院|单位|部门|分局|处|所|学校|大学|协会|联合会|工会|团委|妇联|组|银保监分局|供电部|中支|营管部|街道|镇街|镇（街道）|区县|市县|县市区|经开区|开发区|高新区)(?:等.{0,12})?$/;
const TAIL =
  /(?:等)?(?:有关(?:部门|单位)|部门|单位)?(?:按|按照|依)?(?:职责|职能)?(?:分工)?(?:分别|共同)?(?:负责|落实|参与|配合)+$/;

const clean = (name: string): string =>
  name
    .replace(/^[\s，、；：（]+|[\s。]+$/g, '')
    .replace(/^([^（]*)）+$/, '$1')
    .replace(TAIL, '')
    .replace(/等$/, '')
    .trim();

/** Splits a list of bodies; 和 and 及 inside a name (工业和信息化局) join nothing. */
function splitNames(list: string): string[] {
  return list
    .split(/[、，,]|以及/)
    .map(clean)
    .filter((name) => name.length >= 2 && name.length <= 30 && !/^(?:以下|各.*不再)/.test(name));
}

/** Departments that a cell of a table lists. */
export const departmentsIn = (list: string, lead: boolean): TargetDepartment[] =>
  splitNames(list.replace(/[；;\s]+/g, '、')).map((name) => ({ name, role: lead ? 'lead' : 'responsible' }));

function readLabelled(text: string): TargetDepartment[] {
  const found: TargetDepartment[] = [];
  for (const match of text.matchAll(PART)) {
    const role = match.groups?.lead ? 'lead' : 'responsible';
    for (const name of splitNames(match.groups?.names ?? '')) found.push({ name, role });
  }
  return found;
}

/** （省发展改革委牵头，省财政厅、省科技厅配合） and （省发展改革委、省财政厅负责） and （市财政局、市科技局）. */
function readUnlabelled(inner: string): TargetDepartment[] {
  const lead = /^(?<lead>[^，；]+?)(?:等)?牵头(?:负责)?(?:[，；、](?<others>.*))?$/.exec(inner);
  if (lead) {
    const leads = splitNames(lead.groups?.lead ?? '').map((name) => ({ name, role: 'lead' as const }));
    const others = splitNames((lead.groups?.others ?? '').replaceAll('；', '、')).map((name) => ({
      name,
      role: 'responsible' as const,
    }));
    return leads.every(({ name }) => BODY.test(name)) ? [...leads, ...others] : [];
  }
  const names = splitNames(inner.replaceAll('；', '、'));
  const sure = /(?:负责|落实|配合)$/.test(inner) || names.length >= 2;
  return sure && names.length > 0 && names.every((name) => BODY.test(name))
    ? names.map((name) => ({ name, role: 'responsible' as const }))
    : [];
}

const BRACKETED = /（([^（）]*(?:（[^（）]*）[^（）]*)*)）|[〔【[]([^〔〕【】[\]]{4,200})[〕】\]]/g;
/** A sentence of its own: …达到80%。牵头单位：市工业和信息化局；配合单位：市通信管理局。 */
const SENTENCE = new RegExp(`(?<=[。；])${LABEL}：[^。]{2,200}(?:。|$)`, 'g');

/** Finds the marks of one paragraph; a paragraph that begins with a label is one mark as a whole. */
export function findDepartments(text: string): DepartmentMark[] {
  if (/^(?:责任|牵头|配合|主办|承办)/.test(text) && LABELLED.test(text.replace(/\s/g, '').slice(0, 24))) {
    return [{ start: 0, end: text.length, departments: readLabelled(text) }];
  }
  const marks: DepartmentMark[] = [];
  for (const match of text.matchAll(BRACKETED)) {
    const inner = match[1] ?? match[2] ?? '';
    const departments = LABELLED.test(inner.slice(0, 20))
      ? readLabelled(inner)
      : inner.length > 4 && match[2] === undefined
        ? readUnlabelled(inner)
        : [];
    if (departments.length > 0) marks.push({ start: match.index, end: match.index + match[0].length, departments });
  }
  for (const match of text.matchAll(SENTENCE)) {
    const [start, end] = [match.index, match.index + match[0].length];
    const departments = marks.some((mark) => mark.start < end && start < mark.end) ? [] : readLabelled(match[0]);
    if (departments.length > 0) marks.push({ start, end, departments });
  }
  return marks.sort((a, b) => a.start - b.start);
}
