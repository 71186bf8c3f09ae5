import { writeBackup } from './backup.ts';

// A program of its own, because copying a database takes the whole engine for as long as it lasts.
const [dataDir = '', file = ''] = process.argv.slice(2);
try {
  process.stdout.write(JSON.stringify(await writeBackup(dataDir, file)));
} catch (error) {
  process.stderr.write((error as Error).message);
  process.exitCode = 1;
}
