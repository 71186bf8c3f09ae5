import { StoreError, toStoreError } from '@dabiao/store/store-error';
import { Command, CommanderError } from 'commander';
import { assessCommand } from './commands/assess.ts';
import { backupCommand, restoreCommand, verifyCommand } from './commands/backup.ts';
import { briefingCommand } from './commands/briefing.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { inspectCommand } from './commands/inspect.ts';
import { keyCommand } from './commands/key.ts';
import { readCommand } from './commands/read.ts';
import { seedCommand } from './commands/seed.ts';
import { userCommand } from './commands/user.ts';
import { InputProblem, Misuse } from './exit.ts';

const program = new Command('dabiao')
  .description('达标 Dabiao：政策目标研判 (policy targets, judged)')
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })
  .exitOverride();

const commands = [
  seedCommand,
  importCommand,
  inspectCommand,
  readCommand,
  assessCommand,
  briefingCommand,
  exportCommand,
  userCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  keyCommand,
];
for (const command of commands) program.addCommand(command().copyInheritedSettings(program));

// A reader that closes the pipe early (head) is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof Misuse || error instanceof InputProblem) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof Misuse ? 2 : 1;
  } else {
    // What the file system or the engine says is a sentence, not a stack.
    const said =
      error instanceof StoreError ? error : toStoreError(error, (error as { path?: string }).path ?? 'DATA_DIR');
    process.stderr.write(`${said ? said.message : (error as Error).stack}\n`);
    process.exitCode = said ? 2 : 1;
  }
}
