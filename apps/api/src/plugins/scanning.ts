import { insertAudit } from '@dabiao/store/audit';
import { sha256 } from '@dabiao/store/key';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { Problem } from '../problem.ts';
import { repeatedly } from '../repeatedly.ts';
import type { App } from '../routes/routes.ts';
import type { ScanResult } from '../scan/run-scanner.ts';
import { Scanner, type ScannerState } from '../scan/scanner.ts';

declare module 'fastify' {
  interface FastifyInstance {
    scanning: {
      /** How the virus scanner is; null where none is set. */
      state: () => ScannerState | null;
      /** Lets an uploaded file in, before anything reads it. @throws Problem file_infected (audited), scanner_unavailable, busy */
      letIn: (request: FastifyRequest, bytes: Uint8Array) => Promise<void>;
    };
  }
}

const LOOK_MS = 5 * 60_000;
/** What is shown to the scanner to see whether it answers. */
const HARMLESS = Buffer.from('dabiao\n');

const SILENT =
  '病毒扫描程序没有应答，上传一律拒绝，请检查 SCAN_COMMAND (the virus scanner does not answer; all uploads are refused; look at SCAN_COMMAND)';

/** Every file that comes in over HTTP passes the virus scanner, where one is set; where it does not answer, none does. */
export function installScanning(app: App, deps: Pick<Deps, 'store'>, config: Config): void {
  const scanner = config.scan === null ? null : new Scanner(config.scan, config.dataDir);
  const warn = (result: ScanResult): void => {
    if (result.verdict !== 'clean') app.log.warn({ scanner: result }, SILENT);
  };
  const letIn = async (request: FastifyRequest, bytes: Uint8Array): Promise<void> => {
    const result = (await scanner?.look(bytes)) ?? { verdict: 'clean' };
    if (result.verdict === 'clean') return;
    if (result.verdict === 'unknown') {
      warn(result);
      throw new Problem('scanner_unavailable');
    }
    const line = { user: request.user?.name ?? null, address: request.ip, object: request.routeOptions.url ?? null };
    const detail = { code: 'file_infected', hash: sha256(bytes), said: result.said };
    await deps.store.transact((trx) =>
      insertAudit(trx, { ...line, action: 'file.refuse', outcome: 'refused', detail }),
    );
    throw new Problem('file_infected');
  };
  app.decorate('scanning', { state: () => scanner?.state ?? null, letIn });
  if (!scanner) return;
  app.addHook('onReady', () => scanner.clear());
  const look = async (): Promise<void> => warn(await scanner.look(HARMLESS));
  repeatedly(app, { everyMs: LOOK_MS, from: 'onListen', look, failed: SILENT });
}
