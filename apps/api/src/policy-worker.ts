/** Reads a policy text away from the thread that answers requests; run by read-text.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { readPolicy } from '@dabiao/reader/read-policy';

parentPort?.postMessage(readPolicy(String(workerData)));
