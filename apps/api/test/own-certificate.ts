import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/** Makes a certificate that nobody has signed. @param names as OpenSSL writes them, `DNS:a.example,IP:127.0.0.1` */
export function ownCertificate(names: string): { cert: string; key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'dabiao-tls-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [key, cert] = [join(folder, 'k.pem'), join(folder, 'c.pem')];
  const asked = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const named = ['-subj', '/CN=dabiao', '-addext', `subjectAltName=${names}`];
  execFileSync('openssl', [...asked, ...named, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  return { cert, key };
}
