import { isLoopback } from './listen';

type Admin = { adminEmail: string; adminPassword?: string };

/** The block a person reads after a start: where the page is, and once, how to sign in. */
export function welcome(
  host: string,
  port: number,
  publicUrl: string | undefined,
  admin: Admin | undefined,
): string {
  const name = host.includes(':') ? `[${host}]` : isLoopback(host) ? 'localhost' : host;
  const address = publicUrl ?? `http://${name}:${port}`;
  const lines = [`Status page    ${address}`, `Control room   ${address}/admin`];
  if (admin) lines.push('', `Sign in as     ${admin.adminEmail}`);
  if (admin?.adminPassword) {
    lines.push(
      `Password       ${admin.adminPassword}`,
      '',
      'The password is shown this once. Write it down.',
    );
  }
  return `\n${['Signalbox is ready.', '', ...lines].map((line) => `  ${line}`.trimEnd()).join('\n')}\n`;
}

/** What an operator has to know who lets other machines in without saying under which name. */
export const publicUrlMissing =
  'Other machines can reach this server, but PUBLIC_URL is not set: live updates work on this machine only. ' +
  'Set PUBLIC_URL to the address people will open, such as https://status.example.com.';
