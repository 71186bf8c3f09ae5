// npm run drill -- [ROUNDS]: kills the server at random moments of handing in and releasing (200 where none is given), and
// a quarter as often of reviewing and of releases by the clock.
import { killRounds } from './kill-rounds.ts';
import { reviewRounds } from './review-rounds.ts';

const rounds = Number(process.argv[2] ?? 200);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error('ROUNDS must be a number of kills');
  process.exit(2);
}
const report = await killRounds(rounds, (text) => console.log(text));
console.log(JSON.stringify(report, null, 2));
const reviewed = await reviewRounds(Math.ceil(rounds / 4));
console.log(JSON.stringify(reviewed, null, 2));
const faults = report.faults.length + reviewed.faults.length;
process.exitCode = faults > 0 || report.released === 0 || reviewed.approved === 0 ? 1 : 0;
