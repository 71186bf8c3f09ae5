import type { Reading } from '@dabiao/contract/reading';
import { type Running, upload } from './running-app.ts';

/** A made-up document: two clauses, four demands, one of them said twice, one favour, one achievement. */
export const TEXT = `青禾市现代物流业发展行动计划（2025—2027年）

青政发〔2025〕8号

为推动现代物流业高质量发展，制定本行动计划。2024年，全市物流业增加值已达到86亿元。

一、发展目标
到2027年，全市A级物流企业达到120家以上，社会物流总费用占生产总值比重控制在12.5%以内。

二、重点任务
（一）建设枢纽
到2026年、2027年，冷库容量分别达到30万立方米、45万立方米。（责任单位：市发展改革委、市商务局）
（二）培育主体
每年新增省级示范物流园区2个。对新认定的园区给予50万元奖励。

三、组织实施
到2027年，全市A级物流企业达到120家以上。
`;

export const post = (running: Running, cookie: string, path: string, payload: object = {}) =>
  running.app.inject({ method: 'POST', url: `/api/v1${path}`, headers: { cookie }, payload });

export const patch = (running: Running, cookie: string, path: string, payload: object) =>
  running.app.inject({ method: 'PATCH', url: `/api/v1${path}`, headers: { cookie }, payload });

export const get = (running: Running, cookie: string, path: string) =>
  running.app.inject({ url: `/api/v1${path}`, headers: { cookie } });

/** Hands a text in as pasted. */
export async function paste(running: Running, cookie: string, text = TEXT): Promise<Reading> {
  const answer = await post(running, cookie, '/readings', { text, name: '青禾' });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  return answer.json();
}

export function sendFile(running: Running, cookie: string, content: string | Uint8Array, name: string, more = {}) {
  const { headers, payload } = upload(content, name);
  const sent = { ...headers, cookie, ...more };
  return running.app.inject({ method: 'POST', url: '/api/v1/readings', headers: sent, payload });
}

/** What a person says of the document, so that it can be published. */
export const HEAD = {
  id: 'qinghe-2025',
  title: '青禾市现代物流业发展行动计划（2025—2027年）',
  shortTitle: '青禾物流计划',
  number: '青政发〔2025〕8号',
  issuer: '青禾市人民政府',
  region: '376500',
  regionName: '青禾市',
  issuedOn: null,
  effectiveFrom: null,
  validTo: null,
  period: { from: 2025, to: 2027 },
  draft: false,
};
