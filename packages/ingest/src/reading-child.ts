/**
 * The dangerous part, run as a process of its own by reading-process.ts: a job and a file's bytes from standard
 * input, the answer as JSON to standard output. Its memory, time and rights are limited from outside, and it may
 * die at any time.
 */
import { answerJob, LIBRARY_AT_WORK, packAnswer, type ReadingJob } from './reading-job.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
const input = Buffer.concat(chunks);

// four bytes with the length of the job's JSON, the JSON, and the rest is the file
const end = 4 + input.readUInt32LE(0);
const job = JSON.parse(input.toString('utf8', 4, end)) as ReadingJob;
// blanks before the JSON tell the other side when the library is at work; a pipe takes them at once
const answer = await answerJob(job, input.subarray(end), (busy) => process.stdout.write(busy ? LIBRARY_AT_WORK : '\n'));
process.stdout.write(packAnswer(answer));
