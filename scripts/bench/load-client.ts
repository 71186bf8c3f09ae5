// Readers, or somebody who hands files in, in a process of their own: started by load.ts.
import { Agent, type RequestOptions, request } from 'node:http';
import { timesOf } from './measure.ts';

interface Told {
  answers: number;
  errors: string[];
  p50: number;
  p99: number;
  longest: number;
}

const [mode = '', port = '', seconds = '', ...rest] = process.argv.slice(2);
const until = performance.now() + Number(seconds) * 1000;
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

function ask(options: RequestOptions, body: string | null = null): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: Number(port), agent, ...options }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: body === null ? '' : Buffer.concat(chunks).toString() }),
      );
      answer.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** `count` readers, each asking for the next address as soon as the one before is answered. */
async function read(count: number, addresses: readonly string[]): Promise<Told> {
  const times: number[] = [];
  const errors: string[] = [];
  const reader = async (first: number): Promise<void> => {
    for (let at = first; performance.now() < until; at += 1) {
      const path = addresses[at % addresses.length] ?? '/';
      const start = performance.now();
      try {
        const { status } = await ask({ path, headers: { 'accept-encoding': 'gzip, br' } });
        if (status !== 200) errors.push(`${path}: ${status}`);
      } catch (error) {
        errors.push(`${path}: ${String(error)}`);
      }
      times.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: count }, (_, at) => reader(at)));
  return {
    answers: times.length,
    errors: errors.slice(0, 5),
    ...timesOf(times),
    longest: times.reduce((a, b) => Math.max(a, b), 0),
  };
}

interface Made {
  id: string;
}

/** The row with a greater value. */
function withMore(row: string, more: number): string {
  const cells = row.split(',');
  cells[3] = String(Number(cells[3]) + more);
  return cells.join(',');
}

/** Hands in and releases the rows again and again, with other values each time. @returns how often. */
async function handIn(cookie: string, head: string, rows: readonly string[]): Promise<number> {
  const post = async (path: string, type: string, body: string): Promise<Made> => {
    const headers = { cookie, 'content-type': type, 'content-length': Buffer.byteLength(body) };
    const { status, text } = await ask({ path: `/api/v1${path}`, method: 'POST', headers }, body);
    if (status >= 300) throw new Error(`${path}: ${status} ${text.slice(0, 300)}`);
    return JSON.parse(text) as Made;
  };
  let times = 0;
  while (performance.now() < until) {
    times += 1;
    const file = [head, ...rows.map((row) => withMore(row, times))].join('\n');
    const part = 'content-disposition: form-data; name="file"; filename="figures.csv"';
    const body = `--load\r\n${part}\r\n\r\n${file}\n\r\n--load--\r\n`;
    const { id } = await post('/submissions?rows=0', 'multipart/form-data; boundary=load', body);
    const decision = JSON.stringify({ reason: '年度数据', problems: 'skip' });
    await post(`/submissions/${id}/submit?rows=0`, 'application/json', decision);
  }
  return times;
}

if (mode === 'read') {
  const [count = '', ...addresses] = rest;
  console.log(JSON.stringify(await read(Number(count), addresses)));
} else {
  const [cookie = '', head = '', ...rows] = await new Promise<string[]>((resolve) => {
    let text = '';
    process.stdin.on('data', (chunk) => {
      text += String(chunk);
    });
    process.stdin.on('end', () => resolve(text.split('\n')));
  });
  console.log(JSON.stringify(await handIn(cookie, head, rows)));
}
agent.destroy();
