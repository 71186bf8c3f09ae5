// npm run drill -- [ROUNDS]: kills the server at random moments of handing in and releasing (200 where none is given).
import { killRounds } from './kill-rounds.ts';

const rounds = Number(process.argv[2] ?? 200);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('ROUNDS must be a number of kills');
  process.exit(2);
}
const report = await killRounds(rounds, (text) => console.log(text));
console.log(JSON.stringify(report, null, 2));
process.exitCode = report.faults.length > 0 || report.released === 0 ? 1 : 0;
