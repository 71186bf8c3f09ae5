import { AsyncLocalStorage } from 'node:async_hooks';

/** What every audit line written during a request carries besides what the line says. */
export interface AuditContext {
  /** Id of the request, as in the log and in problems. */
  request: string;
  /** Roles of whoever asked, as they were then; null before sign-in. */
  roles: string | null;
}

/** Set once for each request, so that no route can forget to hand it on. */
export const auditContext = new AsyncLocalStorage<AuditContext>();
