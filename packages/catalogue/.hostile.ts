import { readCatalogue } from './src/catalogue.ts';
const M = 990_000;
const cases: Record<string,string> = {
 list: 'regions:\n'+'- a\n'.repeat(M/4|0),
 keys: Array.from({length:80000},(_,i)=>`k${i}: 1`).join('\n'),
 flow: 'regions: ['+'[],'.repeat(M/3|0)+']',
 opens: '{'.repeat(M), brackets: '['.repeat(M), dashes: '- '.repeat(M/2|0), quotes: '"'.repeat(M), amp: '&a '.repeat(M/3|0), excl:'! '.repeat(M/2|0),
 anchors: Array.from({length:30000},(_,i)=>`- &a${i} x`).join('\n'), aliases: '- &a x\n'+'- *a\n'.repeat(100000),
 indent: Array.from({length:1400},(_,i)=>' '.repeat(i)+'a:').join('\n'),
 fold: 'a: >\n'+' x\n'.repeat(M/3|0), comment: '#'.repeat(M), nul: '\0'.repeat(M), colon: ': '.repeat(M/2|0), q: '? '.repeat(M/2|0), long: 'a: '+'x'.repeat(M),
 outline: 'outline:\n'+Array.from({length:40000},(_,i)=>`- heading: h${i%3}`).join('\n'),
 regs: 'regions:\n'+Array.from({length:4999},(_,i)=>`- { code: '${100000+i}', name: n${i}, parent: '${100000+(i+1)%4999}', aliases: [] }`).join('\n'),
};
for (const [k,text] of Object.entries(cases)) for (const path of ['regions.yaml']) { const t=performance.now(); const r=readCatalogue([{path,text}]); console.log(k, Math.round(performance.now()-t)+'ms', r.problems.length, r.problems[0]?.code, r.problems[0]?.line); }
