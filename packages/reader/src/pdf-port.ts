import { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
// @ts-expect-error it has no types of its own; pdfjs loads it the same way where it has no worker
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

interface Message {
  chunk?: unknown;
}
type Listener = (event: { data: Message }) => void;

const isBatch = (chunk: unknown): chunk is object =>
  typeof chunk === 'object' && chunk !== null && Object.getPrototypeOf(chunk) === Object.prototype;

/**
 * One end of a line between the two halves of pdfjs. Its own line copies every message letter by letter, a third of
 * all the time a page takes; here both halves run in one process and only read what they are given. A batch of words
 * is handed over in a new shell, as its sender empties the old one for the next batch.
 */
class Port {
  readonly listeners = new Set<Listener>();
  other: Port | null = null;

  postMessage(message: Message): void {
    const data = isBatch(message.chunk) ? { ...message, chunk: { ...message.chunk } } : message;
    queueMicrotask(() => {
      for (const listener of this.other?.listeners ?? []) listener({ data });
    });
  }

  addEventListener(_name: string, listener: Listener): void {
    this.listeners.add(listener);
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.listeners.delete(listener);
  }
}

/** The half of pdfjs that parses, in this very process and without copies between it and the half that asks. */
export function nearWorker(): PDFWorker {
  const [asking, parsing] = [new Port(), new Port()];
  asking.other = parsing;
  parsing.other = asking;
  WorkerMessageHandler.initializeFromPort(parsing);
  return new PDFWorker({ port: asking as unknown as NonNullable<ConstructorParameters<typeof PDFWorker>[0]>['port'] });
}
